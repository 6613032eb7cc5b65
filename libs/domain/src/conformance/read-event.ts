/** The events of a royalty case; docs/conformance.md says which of them and of their members extend the format. */
import { quoted, RuleViolation } from '../rules';
import { receiptModes, type RoyaltyEvent } from '../royalties';
import type { ClauseDrafts } from './clause-drafts';
import {
  readChoice,
  readCopies,
  readDate,
  readList,
  readMoney,
  readObject,
  readText,
  refuseCase,
  withDefaults,
  type JsonObject,
  type Members,
} from './json';

interface EventReader {
  readonly members: Members;
  readonly read: (object: JsonObject, drafts: ClauseDrafts) => RoyaltyEvent;
}

const dated = ['edition', 'date'] as const;

const readers: Readonly<Record<RoyaltyEvent['type'], EventReader>> = {
  printRun: {
    members: { required: ['id', ...dated, 'accepted'], optional: ['royaltiesAlreadyPaid'] },
    read: (object) => ({
      type: 'printRun',
      id: readText(object, 'id'),
      edition: readText(object, 'edition'),
      date: readDate(object, 'date'),
      accepted: readCopies(object, 'accepted'),
      royaltiesAlreadyPaid: readFlag(object, 'royaltiesAlreadyPaid'),
    }),
  },
  correctPrintRun: {
    members: { required: ['run', 'accepted'] },
    read: (object) => ({
      type: 'correctPrintRun',
      run: readText(object, 'run'),
      accepted: readCopies(object, 'accepted'),
    }),
  },
  sale: copiesReader('sale'),
  return: copiesReader('return'),
  receipts: {
    members: {
      required: [...dated, 'amount'],
      optional: ['mode', 'copies', 'channel', 'territory', 'reference'],
    },
    read: (object) => ({
      type: 'receipts',
      ...readIncome(object),
      ...optional(object, 'mode', () => readChoice(object, 'mode', receiptModes)),
      ...optional(object, 'copies', () => readCopies(object, 'copies')),
      ...texts(object, ['channel', 'territory', 'reference']),
    }),
  },
  rightsIncome: {
    members: {
      required: [...dated, 'amount'],
      optional: ['licensee', 'right', 'territory', 'channel', 'gross', 'foreignTax', 'agentFee', 'reference'],
    },
    read: (object) => ({
      type: 'rightsIncome',
      ...readIncome(object),
      ...texts(object, ['licensee', 'right', 'territory', 'channel', 'reference']),
      ...optional(object, 'gross', () => readMoney(object, 'gross')),
      ...optional(object, 'foreignTax', () => readMoney(object, 'foreignTax')),
      ...optional(object, 'agentFee', () => readMoney(object, 'agentFee')),
    }),
  },
  correctPrice: {
    members: { required: ['edition', 'from', 'retailPriceInclVat'] },
    read: (object) => ({
      type: 'correctPrice',
      edition: readText(object, 'edition'),
      from: readDate(object, 'from'),
      retailPriceInclVat: readMoney(object, 'retailPriceInclVat'),
    }),
  },
  correctClause: {
    members: { required: ['contract', 'clause', 'terms'] },
    read: (object, drafts) => {
      const contract = readText(object, 'contract');
      const clause = typeof object['clause'] === 'number' ? readCopies(object, 'clause') : readText(object, 'clause');
      const terms = drafts.correct({ contract, clause }, object['terms']);
      return { type: 'correctClause', contract, clause, terms };
    },
  },
  payAdvance: {
    members: { required: ['contract', 'date', 'amount'] },
    read: (object) => ({
      type: 'payAdvance',
      contract: readText(object, 'contract'),
      date: readDate(object, 'date'),
      amount: readMoney(object, 'amount'),
    }),
  },
  paidElsewhere: {
    members: { required: ['author', 'date', 'amount'] },
    read: (object) => ({
      type: 'paidElsewhere',
      author: readText(object, 'author'),
      date: readDate(object, 'date'),
      amount: readMoney(object, 'amount'),
    }),
  },
  closePeriod: {
    members: { required: ['from', 'to'], optional: ['paymentDate', 'contracts'] },
    read: (object) => ({
      type: 'closePeriod',
      from: readDate(object, 'from'),
      to: readDate(object, 'to'),
      paymentDate: readDate(withDefaults(object, { paymentDate: object['to'] }), 'paymentDate'),
      ...readContracts(object),
    }),
  },
  closePrintRun: {
    members: { required: ['run', 'date'], optional: ['paymentDate', 'contracts'] },
    read: (object) => ({
      type: 'closePrintRun',
      run: readText(object, 'run'),
      date: readDate(object, 'date'),
      paymentDate: readDate(withDefaults(object, { paymentDate: object['date'] }), 'paymentDate'),
      ...readContracts(object),
    }),
  },
  terminate: {
    members: { required: ['contract', 'from', 'date'], optional: ['paymentDate'] },
    read: (object) => ({
      type: 'terminate',
      contract: readText(object, 'contract'),
      from: readDate(object, 'from'),
      date: readDate(object, 'date'),
      paymentDate: readDate(withDefaults(object, { paymentDate: object['date'] }), 'paymentDate'),
    }),
  },
};

/** @throws RuleViolation for an event of another type, or with a member missing, unknown or malformed */
export function readEvent(value: unknown, drafts: ClauseDrafts): RoyaltyEvent {
  const type = (value as { readonly type?: unknown } | null)?.type;
  const isKnown = typeof type === 'string' && Object.hasOwn(readers, type);
  if (!isKnown) {
    const choices = Object.keys(readers).join(', ');
    return refuseCase(`${quoted(type)} is not a type of event: ${choices}`, '/type');
  }
  const { members, read } = readers[type as RoyaltyEvent['type']];
  const required = ['type', ...(members.required ?? [])];
  return read(readObject(value, { ...members, required }), drafts);
}

function copiesReader(type: 'sale' | 'return'): EventReader {
  return {
    members: { required: [...dated, 'copies'], optional: ['channel', 'territory'] },
    read: (object) => ({
      type,
      edition: readText(object, 'edition'),
      date: readDate(object, 'date'),
      copies: readCopies(object, 'copies'),
      ...texts(object, ['channel', 'territory']),
    }),
  };
}

function readIncome(object: JsonObject) {
  return {
    edition: readText(object, 'edition'),
    date: readDate(object, 'date'),
    amount: readMoney(object, 'amount'),
  };
}

/** A member, where the object has it. */
function optional<Name extends string, T>(object: JsonObject, name: Name, read: () => T): { readonly [N in Name]?: T } {
  return object[name] === undefined ? {} : ({ [name]: read() } as { readonly [N in Name]: T });
}

/** A country by its name would be no clause's, and pay nothing. */
function readCountry(object: JsonObject, name: string): string {
  const code = readText(object, name);
  if (/^[A-Z]{2}$/.test(code)) return code;
  return refuseCase(`${quoted(code)} is not the two-letter code of a country`, `/${name}`);
}

function texts<Name extends string>(object: JsonObject, names: readonly Name[]): { readonly [N in Name]?: string } {
  const read = (name: string): string => (name === 'territory' ? readCountry(object, name) : readText(object, name));
  const found = names.filter((name) => object[name] !== undefined).map((name) => [name, read(name)]);
  return Object.fromEntries(found) as { readonly [N in Name]?: string };
}

function readContracts(object: JsonObject): { readonly contracts?: readonly string[] } {
  if (object['contracts'] === undefined) return {};
  return { contracts: readList(object, 'contracts', (contract) => readText({ contract }, 'contract')) };
}

function readFlag(object: JsonObject, name: string): boolean {
  const flag = object[name] ?? false;
  if (typeof flag === 'boolean') return flag;
  throw new RuleViolation('case-malformed', {
    message: `${quoted(flag)} is not true or false`,
    pointer: `/${name}`,
  });
}
