import { Money } from '@colophon/domain/money';
import { simulateRoyalties, type IssuedStatement, type Supposition } from '@colophon/domain/royalties';
import { RuleViolation } from '@colophon/domain/rules';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type {
  SimulatedContract,
  SimulatedOutcome,
  SimulatedTotals,
  SimulationChart,
  SimulationInput,
  SimulationResponse,
} from './simulation-dto';
import { supposedFacts, type Supposed } from './supposed-facts';

/** Points of the chart: from a fifth of the copies supposed to twice as many. */
const FIFTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Asks the very engine what a supposition would make due; it only reads. */
@Injectable()
export class Simulate {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws what the domain refuses of prices, rates and terms */
  async simulate(input: SimulationInput): Promise<SimulationResponse> {
    return this.database.snapshot(async (tx) => {
      try {
        return answer(await supposedFacts(tx, input, this.clock.today()));
      } catch (error) {
        throw withoutPlace(error);
      }
    });
  }
}

function answer(supposed: Supposed): SimulationResponse {
  const { shown, supposition, presentPrice } = supposed;
  const isOther = supposition.retailPriceInclVat !== undefined || supposed.terms.length > 0;
  const simulated = outcomes(supposed, supposition);
  const present = isOther ? outcomes(presentOf(supposed), presentOf(supposed).supposition) : undefined;
  const contracts = shown.flatMap(({ id, ...contract }): SimulatedContract[] => {
    const own = simulated.get(id);
    return own ? [{ ...contract, present: present?.get(id) ?? null, simulated: own }] : [];
  });
  return {
    date: supposition.date,
    retailPriceInclVat: (supposition.retailPriceInclVat ?? presentPrice ?? Money.zero).toString(),
    areRatesAssumed: supposed.areRatesAssumed,
    contracts,
    present: present ? totalsOf([...present.values()]) : null,
    simulated: totalsOf([...simulated.values()]),
    chart: chartOf(supposed, isOther),
  };
}

/** The same happens, at the price in force and on the terms agreed. */
function presentOf(supposed: Supposed): Supposed {
  return { ...supposed, terms: [], supposition: { ...supposed.supposition, retailPriceInclVat: undefined } };
}

function outcomes({ facts, terms, shown }: Supposed, supposition: Supposition): Map<string, SimulatedOutcome> {
  const isShown = new Set(shown.map(({ id }) => id));
  const statements = simulateRoyalties(facts, supposition, terms).filter(({ contract }) => isShown.has(contract));
  return new Map(statements.map((statement) => [statement.contract, outcomeOf(statement)]));
}

function outcomeOf(statement: IssuedStatement): SimulatedOutcome {
  const { earned, recouped, unrecouped, carriedOut, gross, net } = statement;
  const payerContribution = statement.withholding?.payerContribution ?? '0.00';
  const houseCost = Money.parse(earned).plus(Money.parse(payerContribution)).toString();
  return { earned, recouped, unrecouped, carriedOut, gross, net, payerContribution, houseCost, statement };
}

function totalsOf(all: readonly SimulatedOutcome[]): SimulatedTotals {
  const sum = (member: 'earned' | 'net' | 'houseCost') =>
    Money.sum(all.map((outcome) => Money.parse(outcome[member]))).toString();
  return { earned: sum('earned'), net: sum('net'), houseCost: sum('houseCost') };
}

function chartOf(supposed: Supposed, isOther: boolean): SimulationChart | null {
  const { run, sold } = supposed.supposition;
  const by = run ? 'run' : 'sold';
  const most = run ? run : (sold ?? 0);
  if (most === 0) return null;
  const copies = [...new Set(FIFTHS.map((fifths) => Math.floor((most * fifths) / 5)))].filter((count) => count > 0);
  const line = (asked: Supposed) => copies.map((count) => earnedBy(asked, { ...asked.supposition, [by]: count }));
  return { by, copies, present: isOther ? line(presentOf(supposed)) : null, simulated: line(supposed) };
}

function earnedBy(supposed: Supposed, supposition: Supposition): string {
  return totalsOf([...outcomes(supposed, supposition).values()]).earned;
}

/** A fault of facts that are supposed has no place in the request; its sentence says what to change. */
function withoutPlace(error: unknown): unknown {
  if (!(error instanceof RuleViolation)) return error;
  const { pointer: _pointer, ...details } = error.details;
  return new RuleViolation(error.code, details);
}
