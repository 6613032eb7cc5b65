import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContributorResponse } from '@colophon/api-client';
import { formatIban, formatIsni, formatNir, formatSiret, formatVatNumber } from '@colophon/domain/identifiers';
import { History } from '@colophon/ui/history';
import { Icon } from '@colophon/ui/icon';
import { ProblemNotice } from '@colophon/ui/problem';
import { Detail, Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { Copyable, DateText, Percent } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageTitle } from '../../platform/i18n/page-title';
import { RecordSections } from '../../platform/record-sections';
import { HasPermission } from '../../platform/session/has-permission';
import { Session } from '../../platform/session/session';
import { AddressLines } from '../address-lines';
import { ContributorWorks } from './contributor-works';
import { TaxAlerts } from './tax-alerts';

@Component({
  selector: 'co-contributor-page',
  imports: [
    AddressLines,
    ContributorWorks,
    Copyable,
    DateText,
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
    TaxAlerts,
    TranslocoPipe,
  ],
  templateUrl: './contributor-page.html',
  host: { class: 'page' },
  styles: `
    .scroll {
      overflow-x: auto;
    }

    .hidden-note {
      margin-top: 8px;
    }
  `,
})
export class ContributorPage {
  readonly id = input.required({ transform: numberAttribute });
  private readonly session = inject(Session);
  protected readonly record = httpResource<ContributorResponse>(() => `/api/contributors/${this.id()}`);
  private readonly person = computed(() => (this.record.hasValue() ? this.record.value() : undefined));
  protected readonly mayBank = computed(() => this.session.may('parties.bank'));
  /** The civil name where a pseudonym hides it. */
  protected readonly civilName = computed(() => {
    const person = this.person();
    return person?.pseudonym ? [person.firstName, person.lastName].filter(Boolean).join(' ') : null;
  });
  /** The official numbers, grouped for the eye; a click copies them bare. */
  protected readonly numbers = computed(() => {
    const person = this.person();
    return [
      { label: 'isni', bare: person?.isni, text: person?.isni && formatIsni(person.isni) },
      { label: 'siret', bare: person?.siret, text: person?.siret && formatSiret(person.siret) },
      { label: 'vatNumber', bare: person?.vatNumber, text: person?.vatNumber && formatVatNumber(person.vatNumber) },
    ];
  });
  protected readonly bank = computed(() => {
    const person = this.person();
    const number = person?.socialSecurityNumber;
    return [
      { label: 'iban', bare: person?.iban, text: person?.iban ? formatIban(person.iban) : person?.ibanMasked },
      { label: 'bic', bare: person?.bic, text: person?.bic },
      {
        label: 'socialSecurityNumber',
        bare: number,
        text: number ? formatNir(number) : person?.socialSecurityNumberMasked,
      },
    ].filter(({ label }) => this.mayBank() || label !== 'bic');
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.record.hasValue() && title.set(this.record.value().displayName));
  }
}
