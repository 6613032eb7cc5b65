import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PaymentItemResponse } from '@colophon/api-client';
import { Explained } from '@colophon/ui/explain';
import { DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { injectExplainWriter } from '../../royalties';
import { explainItem } from './explain-payment';

/** The items of a payment, each amount opening on its trace, with the reason where the net is not the one announced. */
@Component({
  selector: 'co-payment-items',
  imports: [DateText, Explained, Money, RouterLink, TranslocoPipe],
  templateUrl: './payment-items.html',
})
export class PaymentItems {
  readonly items = input.required<readonly PaymentItemResponse[]>();
  private readonly writer = injectExplainWriter();
  private readonly transloco = inject(TranslocoService);
  protected readonly rows = computed(() => {
    const writer = this.writer();
    const say = (key: string): string => this.transloco.translate(key);
    return this.items().map((item) => ({ item, sum: explainItem(item, writer, say), why: this.reasonsOf(item) }));
  });

  /** A net above the gross is explained at a glance by the tax paid with it. */
  protected readonly withVat = computed(() => this.items().some(({ vat }) => vat !== '0.00'));

  private reasonsOf({ difference }: PaymentItemResponse): string {
    const reasons = difference?.reasons ?? [];
    return reasons.map((reason) => this.transloco.translate(`payments.reasons.${reason}`)).join(', ');
  }
}
