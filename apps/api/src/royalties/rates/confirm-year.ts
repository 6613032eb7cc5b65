import { Injectable } from '@nestjs/common';

import { Database } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import { refuseWhileClosing } from '../closings/refuse-while-closing';
import { royaltiesProblems } from '../problems';
import { WithholdingRateRecord } from '../records';
import type { ConfirmYearInput, WithholdingRateResponse } from './rate-dto';
import { readRate, readRates } from './read-rates';

/**
 * The rates of a year without any, as those of the year before stood on its last day. Nothing is ever carried over
 * without somebody saying so: the accountant confirms, and the row says what it was taken from.
 */
@Injectable()
export class ConfirmYear {
  constructor(private readonly database: Database) {}

  /** @throws rates-nothing-to-copy, rates-overlap */
  confirm(actor: Actor, { year, yearlyCeiling }: ConfirmYearInput): Promise<WithholdingRateResponse> {
    return this.database.transaction(actor, async (tx) => {
      await refuseWhileClosing(tx);
      const last = (await readRates(tx)).find(({ validTo }) => validTo === `${year - 1}-12-31`);
      if (!last) throw royaltiesProblems.at('/year', 'rates-nothing-to-copy', { year, before: year - 1 });
      const { id: _id, usedUntil: _usedUntil, note: _note, ...figures } = last;
      const { id } = await tx.save(
        tx.create(WithholdingRateRecord, {
          ...figures,
          ...{ version: 1, validFrom: `${year}-01-01`, validTo: `${year}-12-31` },
          ...{ yearlyCeiling: yearlyCeiling ?? last.yearlyCeiling, copiedFrom: last.validFrom, note: null },
        }),
      );
      return readRate(tx, id);
    });
  }
}
