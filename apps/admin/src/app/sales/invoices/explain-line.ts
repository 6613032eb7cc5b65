import { Injectable, inject } from '@angular/core';
import type { InvoiceLineResponse } from '@colophon/api-client';
import type { ExplainNode } from '@colophon/ui/explain';
import { Locale, formatMoney, formatNumber, formatPercent } from '@colophon/ui/locale';
import { TranslocoService } from '@jsverse/transloco';

const WORDS = 'sales.invoices.explain';

/** A line's amount as a sum on paper, from the trace that the API gave. */
@Injectable({ providedIn: 'root' })
export class ExplainLine {
  private readonly locale = inject(Locale);
  private readonly transloco = inject(TranslocoService);

  node(line: InvoiceLineResponse): ExplainNode {
    const tag = this.locale.tag();
    const price = line.retailPriceInclVat ?? line.unitPriceExclVat ?? '0';
    const formula = this.transloco.translate<string>(
      `${WORDS}.${line.retailPriceInclVat ? 'formula' : 'formulaExclVat'}`,
      {
        quantity: formatNumber(line.quantity, tag),
        price: formatMoney(price, tag, 6),
        discount: formatPercent(line.discountRate, tag),
        vat: formatPercent(line.vatRate, tag),
      },
    );
    const note = line.originLineId
      ? this.transloco.translate<string>(`${WORDS}.credited`, { quantity: formatNumber(line.quantity, tag) })
      : this.transloco.translate<string>(`${WORDS}.rounded`, { unit: formatMoney(line.netUnitPriceExclVat, tag, 6) });
    return { label: line.description, formula: exact(formula, line, tag), amount: line.amountExclVat, note };
  }
}

/** The product before rounding, where it has a last decimal; 18200/211 has none, and says nothing to a reader. */
function exact(formula: string, { exactProduct }: InvoiceLineResponse, tag: string): string {
  return exactProduct.includes('/') ? formula : `${formula} = ${formatNumber(exactProduct, tag, 12)}`;
}
