import { Rational } from '@colophon/domain/money';
import { Injectable } from '@nestjs/common';

import { Database } from '../../platform/database/database';
import { lockVersion } from '../../platform/database/lock-version';
import type { Actor } from '../../platform/sign-in/actor';
import { refuseWhileClosing } from '../closings/refuse-while-closing';
import { royaltiesProblems } from '../problems';
import { WithholdingRateRecord } from '../records';
import type { WithholdingRateInput, WithholdingRateResponse, WithholdingRateUpdate } from './rate-dto';
import { readRate } from './read-rates';

const FIGURES = [
  'yearlyCeiling',
  'socialBaseRate',
  'csgRate',
  'crdsRate',
  'pensionRate',
  'trainingRate',
  'vatRate',
  'vatKeptRate',
  'payerRate',
  'payerTrainingRate',
  'pensionReliefRate',
  'uncappedPensionReliefRate',
  'overseasVatRate',
  'overseasVatKeptRate',
  'withholdingTaxRate',
] as const satisfies readonly (keyof WithholdingRateInput)[];

/** The accountant's dated table of rates. What a closed statement was paid at never changes: it can only end sooner. */
@Injectable()
export class SaveRate {
  constructor(private readonly database: Database) {}

  /** @throws rates-overlap, dates-inverted */
  create(actor: Actor, input: WithholdingRateInput): Promise<WithholdingRateResponse> {
    return this.database.transaction(actor, async (tx) => {
      await refuseWhileClosing(tx);
      const { id } = await tx.save(
        tx.create(WithholdingRateRecord, { ...input, note: input.note ?? null, version: 1 }),
      );
      return readRate(tx, id);
    });
  }

  /** @throws rates-used where a closed statement is paid at what would change; rates-overlap, stale-version */
  update(actor: Actor, id: number, input: WithholdingRateUpdate): Promise<WithholdingRateResponse> {
    return this.database.transaction(actor, async (tx) => {
      await refuseWhileClosing(tx);
      const { version, ...fields } = input;
      const current = await lockVersion(tx, WithholdingRateRecord, id, version);
      this.refuseRewriting(await readRate(tx, id), fields);
      await tx.save(Object.assign(current, fields, { version: version + 1 }));
      return readRate(tx, id);
    });
  }

  private refuseRewriting(before: WithholdingRateResponse, after: WithholdingRateInput): void {
    const { usedUntil } = before;
    if (usedUntil === null) return;
    const changed = FIGURES.find((figure) => !sameFigure(before[figure], after[figure]));
    if (changed) throw royaltiesProblems.at(`/${changed}`, 'rates-used', { until: usedUntil });
    if (after.validFrom !== before.validFrom) {
      throw royaltiesProblems.at('/validFrom', 'rates-used', { until: usedUntil });
    }
    if (after.validTo < usedUntil) throw royaltiesProblems.at('/validTo', 'rates-used', { until: usedUntil });
  }
}

const sameFigure = (one: string, other: string): boolean => Rational.parse(one).compare(Rational.parse(other)) === 0;
