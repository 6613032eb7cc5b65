/**
 * Turns what was typed into priced lines: the public price in force on the supply date and the customer's discount come
 * by themselves unless the line says otherwise.
 */
import type { ProductForm } from '@colophon/domain/catalogue';
import { Money, Rate, Rational } from '@colophon/domain/money';
import { invoiceTotals, type DocumentTotals, type SaleLine } from '@colophon/domain/sales';
import { within, RuleViolation } from '@colophon/domain/rules';

import { Problem, type FieldReference } from '../../platform/problems/problem';
import type { Tx } from '../../platform/database/database';
import { salesProblems } from '../problems';
import { findEditions, retailPriceOn, type SaleEdition } from './find-editions';
import type { InvoiceLineInput } from './invoice-dto';
import type { VatRegime } from './vat-regime';

/** A line with everything that is printed of it; rates in percent. */
export interface PricedLine {
  readonly editionId: number | null;
  readonly originLineId: number | null;
  readonly isbn13: string | null;
  /** Null for a line without an edition. */
  readonly productForm: ProductForm | null;
  readonly description: string;
  readonly detail: string | null;
  readonly quantity: number;
  readonly retailPriceInclVat: string | null;
  readonly unitPriceExclVat: string | null;
  readonly discountRate: string;
  readonly vatRate: string;
  readonly netUnitPriceExclVat: string;
  readonly exactProduct: string;
  readonly amountExclVat: string;
}

export interface PricedInvoice {
  readonly lines: readonly PricedLine[];
  readonly vat: readonly { readonly rate: string; readonly base: string; readonly amount: string }[];
  readonly totalExclVat: string;
  readonly totalVat: string;
  readonly totalInclVat: string;
}

export interface Pricing {
  readonly supplyDate: string;
  /** The customer's, in percent. */
  readonly discountRate: string;
  readonly regime: VatRegime;
}

type Draft = Omit<PricedLine, 'netUnitPriceExclVat' | 'exactProduct' | 'amountExclVat'>;

/** @throws one problem with a field for each line that cannot be priced. */
export async function priceLines(tx: Tx, lines: readonly InvoiceLineInput[], pricing: Pricing): Promise<PricedInvoice> {
  const editions = await findEditions(tx, lines);
  const faults: FieldReference[] = [];
  const drafts = lines.map((line, index) => {
    try {
      return within(`/lines/${index}`, () => draftLine(line, editions[index], pricing));
    } catch (error) {
      faults.push(...faultsOf(error, index));
      return undefined;
    }
  });
  if (faults.length > 0) throw new Problem('validation', {}, faults);
  return priced(drafts.filter((draft) => draft !== undefined));
}

/** Amounts of an invoice's lines, by the domain's rules. */
export function priced(drafts: readonly Draft[]): PricedInvoice {
  const totals = invoiceTotals(drafts.map(saleLine));
  const lines = drafts.map((draft, index): PricedLine => {
    const { amount, product } = totals.lines[index]!;
    return {
      ...draft,
      netUnitPriceExclVat: netUnitPrice(draft),
      exactProduct: product,
      amountExclVat: amount.toString(),
    };
  });
  return { lines, ...totalsAsText(totals) };
}

export function totalsAsText(totals: DocumentTotals): Omit<PricedInvoice, 'lines'> {
  return {
    vat: totals.vat.map(({ rate, base, amount }) => ({
      rate: rate.toString(),
      base: base.toString(),
      amount: amount.toString(),
    })),
    totalExclVat: totals.totalExclVat.toString(),
    totalVat: totals.totalVat.toString(),
    totalInclVat: totals.totalInclVat.toString(),
  };
}

function draftLine(line: InvoiceLineInput, edition: SaleEdition | undefined, pricing: Pricing): Draft {
  if (edition) return editionLine(line, edition, pricing);
  if (line.isbn) throw salesProblems.at('/isbn', 'unknown-isbn', { isbn: line.isbn });
  if (line.editionId) throw salesProblems.at('/editionId', 'unknown-isbn', { isbn: line.editionId });
  return freeLine(line, pricing);
}

function editionLine(line: InvoiceLineInput, edition: SaleEdition, pricing: Pricing): Draft {
  if (line.vatRate) throw salesProblems.at('/vatRate', 'vat-rate-of-edition');
  if (pricing.regime === 'domestic' && Rate.parse(edition.vatRate).isZero) {
    throw salesProblems.at('/editionId', 'vat-rate-zero', { title: edition.title });
  }
  return {
    editionId: edition.id,
    originLineId: null,
    isbn13: edition.isbn13,
    productForm: edition.productForm,
    description: line.description?.trim() || edition.title,
    detail: edition.isbn13 || !edition.ean ? edition.byline || null : `EAN ${edition.ean}`,
    quantity: line.quantity,
    discountRate: Rate.parse(line.discountRate ?? pricing.discountRate).toString(),
    ...priceOf(line, edition, pricing),
  };
}

type LinePrice = Pick<Draft, 'retailPriceInclVat' | 'unitPriceExclVat' | 'vatRate'>;

function priceOf(line: InvoiceLineInput, edition: SaleEdition, pricing: Pricing): LinePrice {
  const vatRate = pricing.regime === 'domestic' ? Rate.parse(edition.vatRate).toString() : '0';
  if (line.unitPriceExclVat) return { retailPriceInclVat: null, unitPriceExclVat: line.unitPriceExclVat, vatRate };
  const retail = line.retailPriceInclVat
    ? Money.parse(line.retailPriceInclVat)
    : retailPriceOn(edition, pricing.supplyDate);
  if (pricing.regime === 'domestic' || pricing.regime === 'franchise') {
    return { retailPriceInclVat: retail.toString(), unitPriceExclVat: null, vatRate };
  }
  const exclVat = retail.toRational().dividedBy(Rate.parse(edition.vatRate).onePlus);
  return { retailPriceInclVat: null, unitPriceExclVat: sixDecimals(exclVat), vatRate };
}

function freeLine(line: InvoiceLineInput, pricing: Pricing): Draft {
  const description = line.description?.trim();
  if (!description || !line.unitPriceExclVat || !line.vatRate) throw salesProblems.at('', 'line-empty');
  return {
    ...{ editionId: null, originLineId: null, isbn13: null, productForm: null, detail: null, retailPriceInclVat: null },
    description,
    quantity: line.quantity,
    unitPriceExclVat: line.unitPriceExclVat,
    discountRate: Rate.parse(line.discountRate ?? '0').toString(),
    vatRate: pricing.regime === 'domestic' ? line.vatRate : '0',
  };
}

function saleLine(line: Draft): SaleLine {
  return {
    quantity: line.quantity,
    discount: Rate.parse(line.discountRate),
    vatRate: Rate.parse(line.vatRate),
    ...(line.unitPriceExclVat === null
      ? { retailPriceInclVat: Money.parse(line.retailPriceInclVat ?? '').toRational() }
      : { unitPriceExclVat: Rational.parse(line.unitPriceExclVat) }),
  };
}

/** The net price of one copy as printed; the amount of the line is not computed from it. */
function netUnitPrice(line: Draft): string {
  const { retailPriceInclVat, unitPriceExclVat, discount, vatRate } = saleLine(line);
  const price = unitPriceExclVat ?? retailPriceInclVat!.dividedBy(vatRate.onePlus);
  return sixDecimals(price.times(discount.oneMinus));
}

function sixDecimals(price: Rational): string {
  return price.roundedHalfAwayFromZero(6).toExactText(2);
}

function faultsOf(error: unknown, index: number): FieldReference[] {
  if (error instanceof RuleViolation) {
    const { pointer = '', values, message } = error.details;
    return [{ pointer, code: error.code, details: { ...values, message } }];
  }
  if (!(error instanceof Problem)) throw error;
  return error.fields.map((field) => ({ ...field, pointer: `/lines/${index}${field.pointer}` }));
}
