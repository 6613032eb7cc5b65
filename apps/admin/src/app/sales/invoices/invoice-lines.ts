import { Component, inject, input } from '@angular/core';
import type { InvoiceLineResponse } from '@colophon/api-client';
import { Explained } from '@colophon/ui/explain';
import { IsbnText, Money, Percent, Quantity } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { ExplainLine } from './explain-line';

/** The lines of an invoice as they stand on it; each amount opens on its sum. */
@Component({
  selector: 'co-invoice-lines',
  imports: [Explained, IsbnText, Money, Percent, Quantity, TranslocoPipe],
  templateUrl: './invoice-lines.html',
  styleUrl: './invoice-lines.css',
})
export class InvoiceLines {
  readonly lines = input.required<readonly InvoiceLineResponse[]>();
  protected readonly explain = inject(ExplainLine);
}
