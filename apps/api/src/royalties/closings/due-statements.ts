import { daysBetween } from '@colophon/domain/calendar';
import { lastPeriodEnded, legalDeadline, type StatementFrequency } from '@colophon/domain/contracts';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import { allContracts } from '../facts/scope';
import { dueFrom, statedUntil } from './choose-contracts';
import type { DueStatements, DueStatementsResponse } from './due-dto';

interface DueContract {
  readonly frequency: StatementFrequency;
  readonly from: string;
  readonly to: string;
}

/**
 * The statements that are due: of each contract in force the last period that is over, unless it was stated. They are
 * due even where nothing is owed; what a new house did not state years ago with another system is not asked again.
 */
export async function statementsDue(tx: Tx, today: string): Promise<DueStatements[]> {
  const contracts = (await allContracts(tx)).filter(({ status }) => status === 'active');
  const terms = new Map((await statedUntil(tx, contracts)).map((row) => [row.id, row]));
  const due = contracts.flatMap((contract): DueContract[] => {
    const own = terms.get(contract.id);
    if (!own) return [];
    const { to } = lastPeriodEnded(own, today);
    const from = dueFrom(contract, { terms: own, to });
    return from === undefined ? [] : [{ frequency: own.frequency, from, to }];
  });
  const byEnd = [...Map.groupBy(due, ({ to }) => to)].sort(([a], [b]) => (a < b ? -1 : 1));
  return byEnd.map(([periodTo, group]) => dueTogether(periodTo, { group, today }));
}

function dueTogether(
  periodTo: string,
  { group, today }: { readonly group: readonly DueContract[]; readonly today: string },
): DueStatements {
  const deadline = legalDeadline(periodTo);
  const frequencies = [...Map.groupBy(group, ({ frequency }) => frequency)];
  return {
    periodFrom: group.reduce((latest, { from }) => (from > latest ? from : latest), ''),
    periodTo,
    deadline,
    daysLeft: daysBetween(today, deadline),
    contracts: group.length,
    frequencies: frequencies.map(([frequency, of]) => ({ frequency, contracts: of.length })),
  };
}

@Injectable()
export class ReadDueStatements {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<DueStatementsResponse> {
    return { items: await this.database.snapshot((tx) => statementsDue(tx, this.clock.today())) };
  }
}
