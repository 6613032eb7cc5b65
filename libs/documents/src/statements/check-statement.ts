import { addsUp, isZero, negated, type Decimal } from '../locale';
import type { StatementBook, StatementEdition, StockAccount } from './book-data';
import type { StatementData } from './statement-data';

/**
 * Refuses a statement whose totals its own lines contradict, or whose stock gap has no reason (the author could not
 * redo the sum, CPI L132-14). Throws `Error`: the data was built wrong upstream; nothing is ever recomputed here.
 */
export function checkStatement(data: StatementData): void {
  const fail = (reason: string): never => {
    throw new Error(`Statement ${data.number ?? '(draft)'} cannot be printed: ${reason}.`);
  };
  const total = (name: string, said: Decimal, parts: readonly Decimal[]): void => {
    if (!addsUp(parts, said)) fail(`${name} is ${said}, its parts are ${parts.join(' + ') || 'none'}`);
  };
  if (data.books.length === 0) fail('it has no book');
  data.books.forEach((book) => checkBook(book, total, fail));
  checkAccount(data, total);
  checkRecap(data, total, fail);
}

type Total = (name: string, said: Decimal, parts: readonly Decimal[]) => void;
type Fail = (reason: string) => never;

function checkBook(book: StatementBook, total: Total, fail: Fail): void {
  const of = `of « ${book.title} »`;
  book.editions.forEach((edition) => checkEdition(edition, total, fail));
  total(`rightsTotal ${of}`, book.rightsTotal, amounts(book.rightsSold));
  total(`earned ${of}`, book.earned, [...book.editions.map((edition) => edition.earned), book.rightsTotal]);
}

function checkEdition(edition: StatementEdition, total: Total, fail: Fail): void {
  const { isbn, printRuns, sales, digital } = edition;
  total(`earned of ${isbn}`, edition.earned, [...amounts(printRuns), ...amounts(sales), ...amounts(digital)]);
  for (const run of printRuns) {
    total(`the tiers of ${run.label} of ${isbn}`, run.pool?.total ?? run.amount, amounts(run.tiers));
    if (run.pool) total(`the part in ${run.label} of ${isbn}`, run.amount, [run.pool.part]);
  }
  sales.forEach((sale) => total(`the tiers of ${sale.label} of ${isbn}`, sale.amount, amounts(sale.tiers)));
  if (edition.stock) checkStock(edition.stock, isbn, fail);
}

/** opening + printed − sold + returned − free − destroyed ± counted = expected. */
function checkStock(stock: StockAccount, isbn: string, fail: Fail): void {
  const { opening, printed, sold, returned, freeTotal, destroyedTotal, counted } = stock;
  const expected = opening + printed - sold + returned - freeTotal - destroyedTotal + counted;
  if (expected !== stock.expected)
    fail(`the stock of ${isbn} expects ${stock.expected}, its movements give ${expected}`);
  if (stock.closing - expected !== stock.gap)
    fail(`the stock gap of ${isbn} is ${stock.gap}, not ${stock.closing - expected}`);
  if (stock.gap !== 0 && !stock.gapReason) fail(`the stock gap of ${isbn} has no reason`);
}

function checkAccount(data: StatementData, total: Total): void {
  const { account } = data;
  total(
    'earned',
    account.earned,
    data.books.map((book) => book.earned),
  );
  total('adjustmentsTotal', account.adjustmentsTotal, amounts(account.adjustments));
  total('due', account.due, [account.earned, account.adjustmentsTotal, account.carriedIn]);
  total('balance', account.balance, [account.due, negated(account.recouped)]);
  total('balance', account.balance, [account.gross, account.carriedOut]);
  total('unrecouped', account.unrecouped, [account.unrecoupedBefore, negated(account.recouped)]);
}

function checkRecap(data: StatementData, total: Total, fail: Fail): void {
  const { recap, account } = data;
  total('gross of the recap', recap.gross, [account.gross]);
  total('socialTotal', recap.socialTotal, amounts(recap.social));
  const taken = [recap.socialTotal, recap.vatWithheld ?? '0', recap.withholdingTax?.amount ?? '0'];
  total('net', recap.net, [recap.gross, recap.vat?.amount ?? '0', ...taken.map(negated)]);
  if (!isZero(recap.net) && data.payment.date === null) fail('a payment has no date');
}

function amounts(lines: readonly { readonly amount: Decimal }[]): Decimal[] {
  return lines.map((line) => line.amount);
}
