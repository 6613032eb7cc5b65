import { httpResource } from '@angular/common/http';
import { Component, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { InvoicePage } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { ProblemNotice } from '@colophon/ui/problem';
import { Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { Languages } from '../../platform/i18n/languages';
import { HasPermission } from '../../platform/session/has-permission';
import { INVOICES, meaningOf, stateOf, stateWord } from './invoice';

const LATEST = 8;

/** The latest invoices of a point of sale, on its page. */
@Component({
  selector: 'co-shop-invoices',
  imports: [DateText, HasPermission, Icon, Money, ProblemNotice, RouterLink, Section, Status, TranslocoPipe],
  templateUrl: './shop-invoices.html',
})
export class ShopInvoices {
  /** The point of sale. */
  readonly id = input.required<number>();
  protected readonly invoices = INVOICES;
  protected readonly stateOf = stateOf;
  protected readonly meaningOf = meaningOf;
  protected readonly stateWord = stateWord;
  private readonly languages = inject(Languages);
  /** The page it stands on has its own feature's words, not these. */
  protected readonly words = resource({ loader: () => this.languages.load('sales').then(() => true) });
  protected readonly latest = httpResource<InvoicePage>(() => ({
    url: '/api/invoices',
    params: { pointOfSaleId: this.id(), limit: LATEST },
  }));
}
