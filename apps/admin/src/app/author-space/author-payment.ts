import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AuthorPaymentItem, AuthorPaymentResponse } from '@colophon/api-client';
import { Explained, type ExplainNode } from '@colophon/ui/explain';
import { Icon } from '@colophon/ui/icon';
import { Locale } from '@colophon/ui/locale';
import { ProblemNotice } from '@colophon/ui/problem';
import { DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { injectExplainWriter } from '../royalties';

/** One payment: what it pays, and what was withheld from each part. */
@Component({
  selector: 'co-author-payment',
  imports: [DateText, Explained, Icon, Money, ProblemNotice, RouterLink, TranslocoPipe],
  templateUrl: './author-payment.html',
  styleUrl: './author-space.css',
})
export class AuthorPayment {
  readonly id = input.required({ transform: numberAttribute });
  private readonly locale = inject(Locale);
  private readonly transloco = inject(TranslocoService);
  private readonly writer = injectExplainWriter();
  protected readonly record = httpResource<AuthorPaymentResponse>(() => `/api/author/payments/${this.id()}`);
  protected readonly parts = computed(() =>
    this.record.hasValue() ? this.record.value().items.map((item) => ({ item, node: this.nodeOf(item) })) : [],
  );

  protected certificateUrl(id: number): string {
    return `/api/author/certificates/${id}/pdf?locale=${this.locale.lang()}`;
  }

  /** The net of a part as a sum: what the payment says, shown and not computed again. */
  private nodeOf(item: AuthorPaymentItem): ExplainNode {
    const { say, money, percent } = this.writer();
    const said = (key: string) => this.transloco.translate<string>(`authorSpace.payment.${key}`);
    const line = (key: string, amount: string): ExplainNode[] =>
      /[1-9]/.test(amount) ? [{ label: said(key), amount }] : [];
    const social = item.lines
      .filter(({ kind }) => ['csg', 'crds', 'pension', 'training'].includes(kind))
      .map(({ kind, base, rate, amount }) => ({
        label: say(`withholding.${kind}`, { rate: percent(rate) }),
        formula: say('share', { base: money(base), rate: percent(rate), amount: money(amount) }),
        amount: `-${amount}`,
      }));
    return {
      label: said('net'),
      amount: item.net,
      children: [
        { label: said('gross'), amount: item.gross },
        ...(/[1-9]/.test(item.social) ? [{ label: said('social'), amount: `-${item.social}`, children: social }] : []),
        ...line('vat', item.vat),
        ...line('vatWithheld', `-${item.vatWithheld}`),
        ...line('withholdingTax', `-${item.withholdingTax}`),
        ...line('agentShare', `-${item.agentShare}`),
      ],
    };
  }
}
