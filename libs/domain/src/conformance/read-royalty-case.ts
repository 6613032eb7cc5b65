/** The facts of a case of kind "royalty", from JSON to what the engine takes. */
import { unitPriceRoundings } from '../catalogue';
import { readPayees } from '../contracts';
import { Money } from '../money';
import { RuleViolation, within } from '../rules';
import type { AuthorFacts, ContractFacts, DatedPayee, EditionFacts, RoyaltyFacts, SetOffFacts } from '../royalties';
import { defaultWithholdingRates, socialProfiles } from '../withholding';
import { ClauseDrafts } from './clause-drafts';
import {
  documentation,
  readChoice,
  readDate,
  readList,
  readMoney,
  readObject,
  readRate,
  readText,
  withDefaults,
  type JsonObject,
} from './json';
import { readEvent } from './read-event';

/** The years whose rates the format names; a payment in any other is refused, whatever the application knows. */
const ratesOfTheFormat = defaultWithholdingRates.filter(({ from, to }) => from >= '2024-01-01' && to <= '2026-12-31');

const vatOfTheFormat = ['withheld', 'liable', 'none'] as const;

/** @throws RuleViolation with a pointer into the case */
export function readRoyaltyCase(value: unknown): RoyaltyFacts {
  const object = readObject(value, {
    required: ['editions', 'authors', 'contracts', 'events'],
    optional: ['id', 'kind', 'settings', 'setOffs', ...documentation],
  });
  const drafts = new ClauseDrafts();
  const settings = within('/settings', () => readObject(object['settings'] ?? {}, { optional: ['unitPriceRounding'] }));
  return {
    unitPriceRounding: within('/settings', () => readRounding(withDefaults(settings, { unitPriceRounding: '2' }))),
    editions: readList(object, 'editions', readEdition),
    authors: readList(object, 'authors', readAuthor),
    contracts: readList(object, 'contracts', (contract) => readContract(contract, drafts)),
    ...(object['setOffs'] === undefined ? {} : { setOffs: readList(object, 'setOffs', readSetOff) }),
    events: readList(object, 'events', (event) => readEvent(event, drafts)),
    withholdingRates: ratesOfTheFormat,
  };
}

function readRounding(object: JsonObject): RoyaltyFacts['unitPriceRounding'] {
  return readChoice(object, 'unitPriceRounding', unitPriceRoundings);
}

function readEdition(value: unknown): EditionFacts {
  const read = readObject(value, { required: ['id'], optional: ['vatRate', 'prices'] });
  const object = withDefaults(read, { vatRate: '5.5', prices: [] });
  return {
    id: readText(object, 'id'),
    vatRate: readRate(object, 'vatRate'),
    prices: readList(object, 'prices', (price) => {
      const members = readObject(price, { required: ['from', 'retailPriceInclVat'] });
      return { from: readDate(members, 'from'), retailPriceInclVat: readMoney(members, 'retailPriceInclVat') };
    }),
  };
}

function readAuthor(value: unknown): AuthorFacts {
  const optional = ['social', 'vat', 'withholdingTaxRate', 'paidThisYear'];
  const object = withDefaults(readObject(value, { required: ['id'], optional }), {
    social: 'withheld',
    vat: 'withheld',
    withholdingTaxRate: '0',
    paidThisYear: '0.00',
  });
  const profile = {
    from: '0001-01-01',
    social: readChoice(object, 'social', socialProfiles),
    vat: readChoice(object, 'vat', vatOfTheFormat),
    withholdingTaxRate: readRate(object, 'withholdingTaxRate'),
  };
  return { id: readText(object, 'id'), profiles: [profile], paidThisYear: readNotNegative(object, 'paidThisYear') };
}

function readContract(value: unknown, drafts: ClauseDrafts): ContractFacts {
  const optional = ['paymentThreshold', 'unitPriceRounding', 'from', 'until', 'payees', 'guaranteedMinimum', 'endsOn'];
  const read = readObject(value, { required: ['id', 'author', 'clauses'], optional });
  const object = withDefaults(read, { paymentThreshold: '0.00' });
  const id = readText(object, 'id');
  return {
    id,
    author: readText(object, 'author'),
    clauses: readList(object, 'clauses', (clause) => drafts.read(id, clause)),
    paymentThreshold: readNotNegative(object, 'paymentThreshold'),
    ...(object['unitPriceRounding'] === undefined ? {} : { unitPriceRounding: readRounding(object) }),
    ...(object['from'] === undefined ? {} : { from: readDate(object, 'from') }),
    ...(object['until'] === undefined ? {} : { until: readDate(object, 'until') }),
    ...(object['payees'] === undefined ? {} : { payees: readPayeesOf(object) }),
    ...(object['guaranteedMinimum'] === undefined
      ? {}
      : { guaranteedMinimum: readNotNegative(object, 'guaranteedMinimum') }),
    ...(object['endsOn'] === undefined ? {} : { endsOn: readDate(object, 'endsOn') }),
  };
}

/** Each set, which those of one first day are, adds up on its own. */
function readPayeesOf(object: JsonObject): DatedPayee[] {
  const drafts = readList(object, 'payees', (payee) => {
    const members = readObject(payee, { required: ['author', 'share'], optional: ['kind', 'from'] });
    const kind = members['kind'] === undefined ? 'author' : readText(members, 'kind');
    const from = members['from'] === undefined ? undefined : readDate(members, 'from');
    return { author: readText(members, 'author'), kind, share: readText(members, 'share'), from };
  });
  const starts = [...new Set(drafts.map(({ from }) => from))];
  return starts.flatMap((from) =>
    readPayees(drafts.filter((draft) => draft.from === from)).map((payee) =>
      from === undefined ? payee : { ...payee, from },
    ),
  );
}

function readSetOff(value: unknown): SetOffFacts {
  const object = readObject(value, { required: ['id', 'contracts', 'from'] });
  return {
    id: readText(object, 'id'),
    contracts: readList(object, 'contracts', (contract) => readText({ contract }, 'contract')),
    from: readDate(object, 'from'),
  };
}

function readNotNegative(object: JsonObject, name: string): Money {
  const amount = readMoney(object, name);
  if (!amount.isNegative) return amount;
  throw new RuleViolation('threshold-negative', {
    message: `${amount.toString()} is below zero`,
    pointer: `/${name}`,
  });
}
