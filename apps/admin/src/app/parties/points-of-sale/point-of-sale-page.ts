import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PointOfSaleResponse } from '@colophon/api-client';
import { formatSiren, formatSiret, formatVatNumber } from '@colophon/domain/identifiers';
import { History } from '@colophon/ui/history';
import { Icon } from '@colophon/ui/icon';
import { ProblemNotice } from '@colophon/ui/problem';
import { Detail, Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { Copyable, Percent } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageTitle } from '../../platform/i18n/page-title';
import { RecordSections } from '../../platform/record-sections';
import { HasPermission } from '../../platform/session/has-permission';
import { AddressLines } from '../address-lines';

@Component({
  selector: 'co-point-of-sale-page',
  imports: [
    AddressLines,
    Copyable,
    Detail,
    Fact,
    HasPermission,
    History,
    Icon,
    Percent,
    ProblemNotice,
    RecordHeader,
    RecordSections,
    RouterLink,
    Section,
    Status,
    TranslocoPipe,
  ],
  templateUrl: './point-of-sale-page.html',
  host: { class: 'page' },
})
export class PointOfSalePage {
  readonly id = input.required({ transform: numberAttribute });
  protected readonly record = httpResource<PointOfSaleResponse>(() => `/api/points-of-sale/${this.id()}`);
  /** The official numbers, grouped for the eye; a click copies them bare. */
  protected readonly numbers = computed(() => {
    const shop = this.record.hasValue() ? this.record.value() : undefined;
    return [
      { label: 'siren', bare: shop?.siren, text: shop?.siren && formatSiren(shop.siren) },
      { label: 'siret', bare: shop?.siret, text: shop?.siret && formatSiret(shop.siret) },
      { label: 'vatNumber', bare: shop?.vatNumber, text: shop?.vatNumber && formatVatNumber(shop.vatNumber) },
    ];
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.record.hasValue() && title.set(this.record.value().name));
  }
}
