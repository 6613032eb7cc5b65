import { addsUp, isZero, negated, type Decimal } from '../locale';
import type { CopiesByKind, RightsSale, StatementBook, StatementEdition, StockAccount } from './book-data';
import type { PayeePart, Recap, StatementData } from './statement-data';

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
  book.rightsSold.forEach((sale) => checkRights(sale, total));
  total(`rightsTotal ${of}`, book.rightsTotal, amounts(book.rightsSold));
  total(`earned ${of}`, book.earned, [...book.editions.map((edition) => edition.earned), book.rightsTotal]);
}

function checkEdition(edition: StatementEdition, total: Total, fail: Fail): void {
  const { isbn, printRuns, sales, digital, flatFees = [] } = edition;
  total(`earned of ${isbn}`, edition.earned, [printRuns, sales, digital, flatFees].flatMap(amounts));
  for (const run of printRuns) {
    total(`the tiers of ${run.label} of ${isbn}`, run.pool?.total ?? run.amount, amounts(run.tiers));
    if (run.pool) total(`the part in ${run.label} of ${isbn}`, run.amount, [run.pool.part]);
  }
  sales.forEach((sale) => total(`the tiers of ${sale.label} of ${isbn}`, sale.amount, amounts(sale.tiers)));
  if (edition.stock) checkStock(edition.stock, isbn, fail);
}

/** gross − foreign tax = net; the share is of one of the two, less the agent's fee. */
function checkRights(sale: RightsSale, total: Total): void {
  const of = `of ${sale.licensee}`;
  total(`the net income ${of}`, sale.net, [sale.gross, negated(sale.foreignTax)]);
  total(`the base ${of}`, sale.base, [sale.on === 'net' ? sale.net : sale.gross, negated(sale.agentFee)]);
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
  checkKinds(stock, isbn, fail);
}

/** Free, destroyed and sold copies come to what their kinds and channels say, where these are told. */
function checkKinds(stock: StockAccount, isbn: string, fail: Fail): void {
  const sum = (counts: readonly number[]): number => counts.reduce((so, count) => so + count, 0);
  const copies = (kinds: readonly CopiesByKind[]): number => sum(kinds.map((kind) => kind.copies));
  const { free, destroyed, soldBy = [] } = stock;
  if (copies(free) !== stock.freeTotal) fail(`the free copies of ${isbn} are not their kinds'`);
  if (copies(destroyed) !== stock.destroyedTotal) fail(`the destroyed copies of ${isbn} are not their kinds'`);
  if (soldBy.length === 0) return;
  const matches = sum(soldBy.map(({ sold }) => sold)) === stock.sold;
  if (!matches || sum(soldBy.map(({ returned }) => returned)) !== stock.returned)
    fail(`the sales of ${isbn} are not their channels'`);
}

function checkAccount(data: StatementData, total: Total): void {
  const { account } = data;
  total(
    'earned',
    account.earned,
    data.books.map((book) => book.earned),
  );
  total('adjustmentsTotal', account.adjustmentsTotal, amounts(account.adjustments));
  const { setOff = [], recoupedBy = [] } = account;
  const taken = [account.recouped, ...amounts(setOff)].map(negated);
  total('due', account.due, [
    account.earned,
    account.adjustmentsTotal,
    account.topUp?.amount ?? '0',
    account.carriedIn,
  ]);
  total('balance', account.balance, [account.due, ...taken]);
  total('balance', account.balance, [account.gross, account.carriedOut]);
  const recouped = [account.recouped, ...amounts(recoupedBy)].map(negated);
  total('unrecouped', account.unrecouped, [account.unrecoupedBefore, ...recouped]);
}

function checkRecap(data: StatementData, total: Total, fail: Fail): void {
  const { recap, account, payees = [] } = data;
  if (payees.length > 0) checkPayees(payees, account.gross, total);
  if (recap && payees.length > 1) fail('it tells several payees what is withheld from each other');
  if (!recap && payees.length < 2) fail('it does not tell its only payee what is withheld');
  if (recap) checkOwnRecap(recap, account.gross, total);
  if (!isZero(recap?.net ?? account.gross) && data.payment.date === null) fail('a payment has no date');
}

function checkOwnRecap(recap: Recap, gross: Decimal, total: Total): void {
  total('gross of the recap', recap.gross, [gross]);
  total('socialTotal', recap.socialTotal, amounts(recap.social));
  checkNet('net', recap, total);
}

function checkNet(name: string, recap: Recap, total: Total): void {
  const taken = [recap.socialTotal, recap.vatWithheld ?? '0', recap.withholdingTax?.amount ?? '0'];
  total(name, recap.net, [recap.gross, recap.vat?.amount ?? '0', ...taken.map(negated)]);
}

/** Authors and heirs share the gross; agents take theirs out of what these are left with. */
function checkPayees(payees: readonly PayeePart[], gross: Decimal, total: Total): void {
  const paid = payees.filter(({ kind }) => kind !== 'agent');
  const agents = payees.filter(({ kind }) => kind === 'agent');
  const of = (parts: readonly PayeePart[]): Decimal[] => parts.map((part) => part.gross);
  total('gross of the payees', gross, of(paid));
  const fees = paid.map((payee) => negated(payee.agentFee ?? '0'));
  total("what the agents' part leaves", '0', [...of(agents), ...fees]);
}

function amounts(lines: readonly { readonly amount: Decimal }[]): Decimal[] {
  return lines.map((line) => line.amount);
}
