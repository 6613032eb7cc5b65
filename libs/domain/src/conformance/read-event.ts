/** The events of a royalty case. `closePrintRun`, `paidElsewhere` and the lists of contracts extend the format. */
import { quoted, RuleViolation } from '../rules';
import type { RoyaltyEvent } from '../royalties';
import {
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
  readonly read: (object: JsonObject) => RoyaltyEvent;
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
  receipts: incomeReader('receipts'),
  rightsIncome: incomeReader('rightsIncome'),
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
export function readEvent(value: unknown): RoyaltyEvent {
  const type = (value as { readonly type?: unknown } | null)?.type;
  const isKnown = typeof type === 'string' && Object.hasOwn(readers, type);
  if (!isKnown) {
    const choices = Object.keys(readers).join(', ');
    return refuseCase(`${quoted(type)} is not a type of event: ${choices}`, '/type');
  }
  const { members, read } = readers[type as RoyaltyEvent['type']];
  const required = ['type', ...(members.required ?? [])];
  return read(readObject(value, { ...members, required }));
}

function copiesReader(type: 'sale' | 'return'): EventReader {
  return {
    members: { required: [...dated, 'copies'] },
    read: (object) => ({
      type,
      edition: readText(object, 'edition'),
      date: readDate(object, 'date'),
      copies: readCopies(object, 'copies'),
    }),
  };
}

function incomeReader(type: 'receipts' | 'rightsIncome'): EventReader {
  return {
    members: { required: [...dated, 'amount'] },
    read: (object) => ({
      type,
      edition: readText(object, 'edition'),
      date: readDate(object, 'date'),
      amount: readMoney(object, 'amount'),
    }),
  };
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
