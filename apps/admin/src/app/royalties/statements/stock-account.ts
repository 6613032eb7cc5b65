import { Component, computed, inject, input } from '@angular/core';
import { Icon } from '@colophon/ui/icon';
import { Locale, formatNumber } from '@colophon/ui/locale';
import { Quantity } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import type { StatementEdition } from './statement';

interface Term {
  readonly key: string;
  readonly sign: '' | '+' | '−' | '±';
  readonly copies: number;
}

/** opening + printed − sold + returned − free − destroyed ± counted = closing, for one edition. */
@Component({
  selector: 'co-stock-account',
  imports: [Icon, Quantity, TranslocoPipe],
  templateUrl: './stock-account.html',
  styleUrl: './stock-account.css',
})
export class StockAccountView {
  readonly edition = input.required<StatementEdition>();
  readonly reason = input<string | null>(null);
  protected readonly terms = computed(() => {
    const { stock } = this.edition();
    return stock ? termsOf(stock) : [];
  });
  private readonly locale = inject(Locale);
  protected readonly gap = computed(() => {
    const { expected = 0, closing = 0, gap = 0 } = this.edition().stock ?? {};
    const written = (copies: number) => formatNumber(copies, this.locale.tag());
    return { expected: written(expected), closing: written(closing), gap: written(gap) };
  });
}

function termsOf(stock: NonNullable<StatementEdition['stock']>): Term[] {
  const free = Object.entries(stock.free).map(([kind, copies]): Term => ({ key: `free.${kind}`, sign: '−', copies }));
  return [
    { key: 'opening', sign: '', copies: stock.opening },
    { key: 'printed', sign: '+', copies: stock.printed },
    { key: 'sold', sign: '−', copies: stock.sold },
    { key: 'returned', sign: '+', copies: stock.returned },
    ...free,
    { key: 'destroyed', sign: '−', copies: stock.destroyed },
    { key: 'counted', sign: '±', copies: stock.counted },
    ...(stock.gap === 0 ? [] : [{ key: 'gapTerm', sign: '+', copies: stock.gap } as const]),
  ];
}
