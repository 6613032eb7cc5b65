import type { Content } from 'pdfmake/interfaces';

import { formatIban, formatLongDate, formatMoney, formatRate, type Locale } from '../locale';
import { facts } from '../page';
import type { InvoiceData, PaymentTerms } from './invoice-data';
import type { InvoiceWords } from './words';

/** How to pay, then the sentences that the law wants on each invoice (Code de commerce L441-9, L441-10). */
export function invoiceTerms(data: InvoiceData, words: InvoiceWords, locale: Locale): Content {
  const sentences = legalTerms(data, words, locale);
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    columnGap: 40,
    columns: [
      { width: '*', stack: data.kind === 'invoice' ? payment(data, words, locale) : [] },
      { width: 215, stack: sentences.length === 0 ? [] : [label(words.terms), ...sentences.map(sentence)] },
    ],
  };
}

/** Each sentence as the workbook repeats it. */
export function legalTerms(data: InvoiceData, words: InvoiceWords, locale: Locale): string[] {
  const { terms } = data;
  const debits = data.vatOnDebits ? [words.vatOnDebits] : [];
  // Nothing is paid late on a credit note.
  if (data.kind === 'creditNote') return debits;
  const penalty =
    'rate' in terms.latePenalty ? words.penalty(formatRate(terms.latePenalty.rate, locale)) : terms.latePenalty.text;
  return [
    terms.earlyPaymentDiscount ?? words.noDiscount,
    penalty,
    words.indemnity(formatMoney(terms.recoveryIndemnity, locale)),
    ...debits,
  ];
}

export function dueSentence(terms: PaymentTerms, words: InvoiceWords, locale: Locale): string | null {
  if (terms.dueDate === null) return null;
  const due = words.payBy(formatLongDate(terms.dueDate, locale));
  return terms.label ? `${due} (${terms.label}).` : `${due}.`;
}

function payment(data: InvoiceData, words: InvoiceWords, locale: Locale): Content[] {
  const { bank, terms } = data;
  const details = facts(
    [
      [words.means, terms.means],
      [words.iban, bank ? formatIban(bank.iban) : null],
      [words.bic, bank?.bic],
      [words.holder, bank?.holder],
      [words.bank, bank?.bankName],
    ],
    82,
  );
  const reference: Content[] = data.number === null ? [] : [sentence(words.transferReference(data.number))];
  return [
    label(words.payment),
    { text: dueSentence(terms, words, locale) ?? '', bold: true, margin: [0, 0, 0, 3] },
    details,
    ...reference,
  ];
}

function label(text: string): Content {
  return { text: text.toUpperCase(), style: 'label', margin: [0, 0, 0, 4] };
}

function sentence(text: string): Content {
  return { text, style: 'note', margin: [0, 0, 0, 2] };
}
