/** The facts of a case of kind "royalty", from JSON to what the engine takes. */
import { unitPriceRoundings } from '../catalogue';
import { readClause, type Clause, type ClauseDraft } from '../contracts';
import { Money } from '../money';
import { RuleViolation, within } from '../rules';
import { type AuthorFacts, type ContractFacts, type EditionFacts, type RoyaltyFacts } from '../royalties';
import { defaultWithholdingRates, socialProfiles } from '../withholding';
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
    optional: ['id', 'kind', 'settings', ...documentation],
  });
  const settings = within('/settings', () => readObject(object['settings'] ?? {}, { optional: ['unitPriceRounding'] }));
  return {
    unitPriceRounding: within('/settings', () => readRounding(withDefaults(settings, { unitPriceRounding: '2' }))),
    editions: readList(object, 'editions', readEdition),
    authors: readList(object, 'authors', readAuthor),
    contracts: readList(object, 'contracts', readContract),
    events: readList(object, 'events', readEvent),
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

function readContract(value: unknown): ContractFacts {
  const optional = ['paymentThreshold', 'unitPriceRounding'];
  const read = readObject(value, { required: ['id', 'author', 'clauses'], optional });
  const object = withDefaults(read, { paymentThreshold: '0.00' });
  return {
    id: readText(object, 'id'),
    author: readText(object, 'author'),
    clauses: readList(object, 'clauses', readClauseOfCase),
    paymentThreshold: readNotNegative(object, 'paymentThreshold'),
    ...(object['unitPriceRounding'] === undefined ? {} : { unitPriceRounding: readRounding(object) }),
  };
}

/** Only the shape is checked here; what the members mean is checked where the application checks it. */
function readClauseOfCase(value: unknown): Clause {
  const optional = ['id', 'tiers', 'copiesBefore', 'excluded', 'poolShares', 'poolIndex', 'returnReserve', 'rate'];
  const object = readObject(value, { required: ['edition', 'basis'], optional });
  readText(object, 'edition');
  readText(object, 'basis');
  if (object['id'] !== undefined) readText(object, 'id');
  if (object['tiers'] !== undefined) readList(object, 'tiers', (tier) => readObject(tier, tierMembers));
  if (object['excluded'] !== undefined) within('/excluded', () => readObject(object['excluded'], exclusionMembers));
  if (object['returnReserve'] !== undefined) {
    within('/returnReserve', () => readObject(object['returnReserve'], reserveMembers));
  }
  return readClause(object as unknown as ClauseDraft);
}

const tierMembers = { required: ['rate'], optional: ['upTo'] };
const exclusionMembers = { optional: ['authorCopies', 'legalDeposit', 'reviewCopies', 'reviewCopiesPercent'] };
const reserveMembers = { required: ['percent', 'maxStatements'] };

function readNotNegative(object: JsonObject, name: string): Money {
  const amount = readMoney(object, name);
  if (!amount.isNegative) return amount;
  throw new RuleViolation('threshold-negative', {
    message: `${amount.toString()} is below zero`,
    pointer: `/${name}`,
  });
}
