/**
 * The royalty engine: contracts and facts in, advances and statements out, each amount with its trace.
 *
 * It is a fold over the facts in their order of entry, so that the same facts always give the same statements: the
 * application computes a contract's history anew at each closing and compares what it closed before. Time is linear in
 * the number of runs and closings, since a clause looks again only from the first run that changed.
 */
import { parsePeriod } from '../calendar';
import { parseQuantity } from '../money';
import { assert, RuleViolation } from '../rules';
import { openBooks, type Books } from './books';
import type { ContractBook, StatementRequest } from './contract-book';
import { concerns } from './edition-book';
import type {
  ClosePeriodEvent,
  ClosePrintRunEvent,
  CopiesEvent,
  CorrectClauseEvent,
  CorrectPrintRunEvent,
  IncomeEvent,
  PayAdvanceEvent,
  PrintRunEvent,
  RoyaltyEvent,
  RoyaltyFacts,
  TerminateEvent,
} from './facts';
import { refuseInconsistent } from './income-lines';
import type { Issued } from './issued';
import type { KnownRun } from './printed';

/**
 * Everything issued, in order. Amounts in euros, rounded half away from zero where the rules say so and nowhere else.
 * @throws RuleViolation for facts that can't be computed without guessing; its pointer leads to the fact at fault
 */
export function computeRoyalties(facts: RoyaltyFacts): Issued[] {
  const books = openBooks(facts);
  const issued: Issued[] = [];
  facts.events.forEach((event, index) => {
    try {
      enter(books, { event, issued });
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error;
      const pointer = `/events/${index}${error.details.pointer ?? ''}`;
      throw new RuleViolation(error.code, { ...error.details, pointer });
    }
  });
  return issued;
}

function enter(books: Books, { event, issued }: { readonly event: RoyaltyEvent; readonly issued: Issued[] }): void {
  switch (event.type) {
    case 'printRun':
      return enterRun(books, event);
    case 'correctPrintRun':
      return correctRun(books, event);
    case 'sale':
    case 'return':
      return enterCopies(books, event);
    case 'receipts':
    case 'rightsIncome':
      return enterIncome(books, event);
    case 'correctPrice':
      return books.editions.get(event.edition).correctPrice(event);
    case 'correctClause':
      return correctClause(books, event);
    case 'paidElsewhere':
      return books.authors.get(event.author).count(event.amount, event.date);
    case 'payAdvance':
      issued.push(payAdvance(books, event));
      return;
    case 'closePeriod':
      for (const statement of closePeriod(books, event)) issued.push(statement);
      return;
    case 'closePrintRun':
      for (const statement of closePrintRun(books, event)) issued.push(statement);
      return;
    case 'terminate':
      issued.push(terminate(books, event));
      return;
    default:
      assert(false, `an event of type ${JSON.stringify((event as { type?: unknown }).type)} is not known`);
  }
}

function enterRun(books: Books, event: PrintRunEvent): void {
  const edition = books.editions.get(event.edition);
  const run: KnownRun = {
    id: event.id,
    edition: event.edition,
    date: event.date,
    order: books.runs.size,
    alreadyPaid: event.royaltiesAlreadyPaid ?? false,
    frozenPrice: event.retailPriceInclVat,
    accepted: parseQuantity(event.accepted),
  };
  books.runs.add(run.id, run);
  edition.enterRun(run);
}

function correctRun(books: Books, event: CorrectPrintRunEvent): void {
  const run = books.runs.get(event.run);
  run.accepted = parseQuantity(event.accepted);
  for (const taker of books.editions.get(run.edition).printed) if (concerns(taker, run)) taker.ledger.reopen(run);
}

function enterCopies(books: Books, event: CopiesEvent): void {
  const quantity = parseQuantity(event.copies);
  const { date, channel, territory } = event;
  const copies = event.type === 'sale' ? quantity : -quantity;
  books.editions.get(event.edition).enterCopies({ date, copies, channel, territory });
}

function enterIncome(books: Books, event: IncomeEvent): void {
  const edition = books.editions.get(event.edition);
  if (event.type === 'rightsIncome') refuseInconsistent(event);
  edition.enterIncome(event.type === 'receipts' ? edition.netReceipts : edition.thirdParty, event);
}

/** A clause that pays a rate from now on needs prices that it did not need before. */
function correctClause(books: Books, { contract, clause, terms }: CorrectClauseEvent): void {
  const corrected = books.contracts.get(contract).correct(clause, terms);
  if (corrected.basis === 'printed') books.editions.get(corrected.edition).repriceRuns();
}

function payAdvance(books: Books, event: PayAdvanceEvent): Issued {
  const contract = liveContract(books, event.contract);
  if (event.amount.isPositive) return contract.payAdvance(event.amount, event.date);
  throw new RuleViolation('advance-not-positive', {
    message: `An advance is above zero: ${event.amount.toString()} is not`,
    pointer: '/amount',
  });
}

function closePeriod(books: Books, event: ClosePeriodEvent): Issued[] {
  const { from, to } = parsePeriod(event);
  const request = payable({ scope: 'period', from, date: to, paymentDate: event.paymentDate });
  const contracts = event.contracts?.map((id) => liveContract(books, id)) ?? liveContracts(books);
  return contracts.map((contract) => contract.issue(request));
}

function closePrintRun(books: Books, event: ClosePrintRunEvent): Issued[] {
  const run = books.runs.get(event.run);
  parsePeriod({ from: run.date, to: event.date });
  const { run: id, date, paymentDate } = event;
  const request = payable({ scope: 'printRun', run: id, date, paymentDate });
  const concerned = books.editions.get(run.edition).printedContracts;
  const contracts = event.contracts?.map((id) => liveContract(books, id)) ?? liveContracts(books);
  return contracts.filter((contract) => concerned.has(contract.facts.id)).map((contract) => contract.issue(request));
}

function terminate(books: Books, event: TerminateEvent): Issued {
  const { from, to } = parsePeriod({ from: event.from, to: event.date });
  const request = payable({ scope: 'termination', from, date: to, paymentDate: event.paymentDate });
  return liveContract(books, event.contract).issue(request);
}

/** @throws RuleViolation `payment-before-period-end` */
function payable(request: StatementRequest): StatementRequest {
  const { date, paymentDate } = request;
  if (paymentDate >= date) return request;
  throw new RuleViolation('payment-before-period-end', {
    message: `The payment date ${paymentDate} is before ${date}, the last day of what is paid`,
    pointer: '/paymentDate',
    values: { paymentDate, date },
  });
}

function liveContracts(books: Books): ContractBook[] {
  return [...books.contracts.all()].filter((contract) => !contract.isTerminated);
}

/** @throws RuleViolation `unknown-contract`, `contract-terminated` */
function liveContract(books: Books, id: string): ContractBook {
  const contract = books.contracts.get(id);
  if (!contract.isTerminated) return contract;
  throw new RuleViolation('contract-terminated', {
    message: `The contract ${id} is terminated: nothing is paid or closed on it any more`,
    pointer: '/contract',
    values: { contract: id },
  });
}
