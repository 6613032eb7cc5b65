import { applyEach, applyWhen, maxLength, required, schema } from '@angular/forms/signals';
import type { InvoiceInput, InvoiceLineInput, InvoiceLineResponse, InvoiceResponse } from '@colophon/api-client';
import { between, orEmpty, orNull, percentage } from '../../platform/forms';

/** A line while it is typed. What is empty comes by itself: the price in force, the customer's discount. */
export interface LineDraft {
  editionId: number | null;
  /** As scanned: ISBN or bar code. */
  isbn: string;
  /** What is known of the title before the API has answered. */
  title: string;
  isFree: boolean;
  quantity: number | null;
  description: string;
  retailPriceInclVat: string;
  unitPriceExclVat: string;
  discountRate: string;
  vatRate: '' | '2.1' | '5.5' | '10' | '20';
}

export interface InvoiceDraft {
  pointOfSaleId: number | null;
  supplyDate: string;
  purchaseOrderNumber: string;
  note: string;
  discountReason: string;
  lines: LineDraft[];
}

/** What was scanned, typed or chosen. */
export interface Entry {
  readonly editionId: number | null;
  readonly isbn: string;
  readonly title: string;
  readonly quantity: number;
}

const blank: LineDraft = {
  editionId: null,
  isbn: '',
  title: '',
  isFree: false,
  quantity: 1,
  description: '',
  retailPriceInclVat: '',
  unitPriceExclVat: '',
  discountRate: '',
  vatRate: '',
};

export const freeLine = (): LineDraft => ({ ...blank, isFree: true, vatRate: '20' });

export function draftOf(record: InvoiceResponse | undefined, pointOfSaleId: number | null): InvoiceDraft {
  return {
    pointOfSaleId: record?.customer.id ?? pointOfSaleId,
    supplyDate: orEmpty(record?.supplyDate),
    purchaseOrderNumber: orEmpty(record?.purchaseOrderNumber),
    note: orEmpty(record?.note),
    discountReason: orEmpty(record?.discountReason),
    lines: (record?.lines ?? []).map(lineOf),
  };
}

/** Prices and discounts of a saved draft are kept as they are: opening a draft must not change it. */
function lineOf(line: InvoiceLineResponse): LineDraft {
  return {
    ...blank,
    editionId: line.editionId,
    isbn: orEmpty(line.isbn),
    title: line.description,
    isFree: line.editionId === null,
    quantity: line.quantity,
    description: line.editionId === null ? line.description : '',
    retailPriceInclVat: orEmpty(line.retailPriceInclVat),
    unitPriceExclVat: orEmpty(line.unitPriceExclVat),
    discountRate: line.discountRate,
    vatRate: line.editionId === null ? (line.vatRate as LineDraft['vatRate']) : '',
  };
}

/** The same title scanned again adds to its line; anything else is a line of its own. */
export function withEntry(lines: readonly LineDraft[], entry: Entry): LineDraft[] {
  const same = lines.findIndex((line) => !line.isFree && isSame(line, entry));
  if (same < 0) return [...lines, { ...blank, ...entry }];
  return lines.map((line, at) => (at === same ? { ...line, quantity: (line.quantity ?? 0) + entry.quantity } : line));
}

function isSame(line: LineDraft, entry: Entry): boolean {
  if (line.editionId !== null && line.editionId === entry.editionId) return true;
  return line.isbn !== '' && line.isbn === entry.isbn;
}

/** What is sent; undefined while there is no customer. */
export function bodyOf(draft: InvoiceDraft): InvoiceInput | undefined {
  if (draft.pointOfSaleId === null) return undefined;
  return {
    pointOfSaleId: draft.pointOfSaleId,
    supplyDate: orNull(draft.supplyDate),
    purchaseOrderNumber: orNull(draft.purchaseOrderNumber),
    note: orNull(draft.note),
    discountReason: orNull(draft.discountReason),
    lines: draft.lines.map(lineBody),
  };
}

function lineBody(line: LineDraft): InvoiceLineInput {
  return {
    quantity: line.quantity ?? 0,
    ...(line.editionId !== null ? { editionId: line.editionId } : line.isbn ? { isbn: line.isbn } : {}),
    ...(line.isFree && { description: line.description.trim(), vatRate: line.vatRate || undefined }),
    ...(line.retailPriceInclVat && { retailPriceInclVat: line.retailPriceInclVat }),
    ...(line.unitPriceExclVat && { unitPriceExclVat: line.unitPriceExclVat }),
    ...(line.discountRate && { discountRate: line.discountRate }),
  };
}

/** Whether the API can price it: a customer, and a quantity on each line. */
export function isPriceable(draft: InvoiceDraft): boolean {
  const isReady = (line: LineDraft) =>
    (line.quantity ?? 0) > 0 && (!line.isFree || (line.description.trim() !== '' && line.unitPriceExclVat !== ''));
  return draft.pointOfSaleId !== null && draft.lines.length > 0 && draft.lines.every(isReady);
}

export const invoiceRules = schema<InvoiceDraft>((path) => {
  required(path.pointOfSaleId);
  maxLength(path.purchaseOrderNumber, 100);
  maxLength(path.note, 2000);
  applyEach(path.lines, (line) => {
    required(line.quantity);
    between(line.quantity, 1, 1_000_000);
    percentage(line.discountRate);
    applyWhen(
      line,
      ({ value }) => value().isFree,
      (free) => {
        required(free.description);
        required(free.unitPriceExclVat);
        required(free.vatRate);
      },
    );
  });
});
