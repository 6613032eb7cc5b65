/**
 * How long the royalty engine takes, and whether its time is linear in the number of print runs.
 *
 * One house over ten years: 1,000 works, a new edition of each every year, three contributors a work who each have a
 * clause on each edition: 3,000 contracts, 30,000 clauses; 33,333 print runs, that is 100,000 run-lines; ten yearly
 * closings, 30,000 statements. ×2 and ×4 are houses two and four times as large.
 */
import { Money, Rate } from '@colophon/domain/money';
import {
  computeRoyalties,
  type IssuedStatement,
  type RoyaltyEvent,
  type RoyaltyFacts,
} from '@colophon/domain/royalties';
import { defaultWithholdingRates } from '@colophon/domain/withholding';

const years = 10;
const firstYear = 2017;
const contributors = 3;
const worksAtOnce = 1000;
const runsAtOnce = 33_333;

/** The facts of a house `scale` times the one above, always the same. */
export function houseFacts(scale: number): RoyaltyFacts {
  const works = worksAtOnce * scale;
  const rates = defaultWithholdingRates.at(-1);
  if (!rates) throw new Error('there are no rates to start from');
  return {
    unitPriceRounding: '2',
    editions: numbers(works * years).map((edition) => ({
      id: `E${edition}`,
      vatRate: Rate.parse('5.5'),
      prices: [{ from: '2000-01-01', retailPriceInclVat: Money.ofCents(BigInt(900 + (edition % 2500))) }],
    })),
    authors: numbers(works * contributors).map((author) => ({
      id: `A${author}`,
      profiles: [{ from: '2000-01-01', social: 'withheld', vat: 'withheld', withholdingTaxRate: Rate.zero }],
      paidThisYear: Money.zero,
    })),
    contracts: numbers(works * contributors).map((contract) => ({
      id: `K${contract}`,
      author: `A${contract}`,
      paymentThreshold: Money.zero,
      clauses: numbers(years).map((year) => ({
        basis: 'printed' as const,
        edition: `E${Math.floor(contract / contributors) * years + year}`,
        tiers: [
          { upTo: 3000, rate: Rate.parse('8') },
          { upTo: 6000, rate: Rate.parse('9') },
          { rate: Rate.parse('10') },
        ],
        excluded: { authorCopies: 20, legalDeposit: 2, reviewCopies: 0, reviewCopiesPercent: Rate.parse('3') },
        copiesBefore: 0,
      })),
    })),
    events: houseEvents(scale),
    withholdingRates: [{ ...rates, from: '2000-01-01', to: '2099-12-31' }],
  };
}

function houseEvents(scale: number): RoyaltyEvent[] {
  const editions = worksAtOnce * scale * years;
  const runs = runsAtOnce * scale;
  const events: RoyaltyEvent[] = [];
  for (const year of numbers(years)) {
    const date = (monthAndDay: string): string => `${firstYear + year}-${monthAndDay}`;
    for (let run = Math.ceil((runs * year) / years); run < (runs * (year + 1)) / years; run += 1) {
      const edition = `E${(run * 7) % editions}`;
      events.push({ type: 'printRun', id: `R${run}`, edition, date: date('06-15'), accepted: 500 + (run % 3000) });
    }
    events.push({ type: 'closePeriod', from: date('01-01'), to: date('12-31'), paymentDate: date('12-31') });
  }
  return events;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** What one computation took and made. */
export interface Measured {
  /** Of CPU. */
  readonly seconds: number;
  readonly runLines: number;
  readonly statements: number;
}

/** CPU seconds of one computation, and how many run-lines and statements it made. */
export function measure(scale: number, house: (scale: number) => RoyaltyFacts = houseFacts): Measured {
  const facts = house(scale);
  const before = process.cpuUsage();
  const issued = computeRoyalties(facts);
  const used = process.cpuUsage(before);
  const statements = issued.filter((document): document is IssuedStatement => document.kind === 'statement');
  const runLines = statements.reduce((sum, statement) => sum + statement.runs.length, 0);
  return { seconds: (used.user + used.system) / 1e6, runLines, statements: statements.length };
}

/** Prints CPU seconds at ×1, ×2, ×4, and the time per run-line in proportion to ×1. */
export function benchmarkRoyaltyEngine(): void {
  measure(1);
  const base = measure(1);
  for (const scale of [1, 2, 4]) {
    const { seconds, runLines, statements } = scale === 1 ? base : measure(scale);
    const ratio = seconds / runLines / (base.seconds / base.runLines);
    const counts = `${runLines} run-lines, ${statements} statements`;
    process.stdout.write(
      `royalty engine ×${scale}: ${seconds.toFixed(2)} s CPU, ${counts}, per line ×${ratio.toFixed(2)}\n`,
    );
  }
}

if (require.main === module) benchmarkRoyaltyEngine();
