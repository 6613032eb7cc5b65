import { Component, computed, inject, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import type { ContributorRow } from '@colophon/api-client';
import { Rational } from '@colophon/domain/money';
import { Field, PercentInput, Picker, type Choice } from '@colophon/ui/fields';
import { Icon } from '@colophon/ui/icon';
import { formatDate, formatPercent, Locale } from '@colophon/ui/locale';
import { Section } from '@colophon/ui/record';
import { TranslocoPipe } from '@jsverse/transloco';
import { PAYEE_KINDS } from './contract';
import { blankPayee, type PayeeDraft } from './contract-draft';

/** What the shares of one set of payees add up to, so that a wrong sum is seen while it is typed. */
interface Total {
  readonly from: string;
  readonly owners: string;
  /** Empty where there is none. */
  readonly agents: string;
  readonly isRight: boolean;
}

/** Who is paid in place of the author. */
@Component({
  selector: 'co-payee-fields',
  imports: [Field, FormField, Icon, PercentInput, Picker, Section, TranslocoPipe],
  templateUrl: './payee-fields.html',
  styles: `
    .totals {
      margin-top: 8px;
      font-variant-numeric: tabular-nums;
    }

    .totals .wrong {
      color: var(--late);
    }
  `,
})
export class PayeeFields {
  readonly at = input.required<FieldTree<PayeeDraft[]>>();
  private readonly locale = inject(Locale);
  protected readonly kinds = PAYEE_KINDS;
  protected readonly payees = computed(() => this.at()().value());
  protected readonly totals = computed(() => totalsOf(this.payees()));
  protected readonly percent = (text: string) => formatPercent(text, this.locale.tag());
  protected readonly date = (text: string) => formatDate(text, this.locale.tag(), 'long');
  protected readonly choiceOf = ({ id, displayName, city }: ContributorRow): Choice => ({
    ...{ id, label: displayName },
    ...(city && { detail: city }),
  });

  protected add(): void {
    const last = this.payees().at(-1);
    this.set([...this.payees(), blankPayee('rightsHolder', last?.from ?? '')]);
  }

  protected remove(at: number): void {
    this.set(this.payees().filter((_, other) => other !== at));
  }

  private set(payees: PayeeDraft[]): void {
    const state = this.at()();
    state.value.set(payees);
    state.markAsDirty();
  }
}

function totalsOf(payees: readonly PayeeDraft[]): Total[] {
  return [...Map.groupBy(payees, ({ from }) => from)].map(([from, set]) => {
    const owners = sum(set.filter(({ kind }) => kind !== 'agent'));
    const agents = sum(set.filter(({ kind }) => kind === 'agent'));
    const isWhole = owners.equals(hundred) || set.every(({ kind }) => kind === 'agent');
    return {
      ...{ from, owners: owners.toExactText(), agents: agents.isPositive ? agents.toExactText() : '' },
      isRight: isWhole && agents.compare(hundred) <= 0,
    };
  });
}

const hundred = Rational.of(100n);

const sum = (payees: readonly PayeeDraft[]): Rational =>
  payees.reduce(
    (total, { share }) => (/^\d+(\.\d+)?$/.test(share) ? total.plus(Rational.parse(share)) : total),
    Rational.zero,
  );
