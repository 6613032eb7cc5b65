import { Injectable } from '@nestjs/common';

import { Database } from '../../platform/database/database';
import { lockVersion } from '../../platform/database/lock-version';
import type { Actor } from '../../platform/sign-in/actor';
import { TreatyRateRecord } from './records';
import type { TreatyRateInput, TreatyRateResponse, TreatyRateUpdate } from './treaty-rate-dto';

/** What a treaty says; a profile copies it when it is entered, so that a change here changes no profile. */
@Injectable()
export class SaveTreatyRate {
  constructor(private readonly database: Database) {}

  /** @throws treaty-rate-used */
  create(actor: Actor, input: TreatyRateInput): Promise<TreatyRateResponse> {
    return this.database.transaction(actor, (tx) =>
      tx.save(tx.create(TreatyRateRecord, { ...input, note: input.note ?? null, version: 1 })),
    );
  }

  /** @throws treaty-rate-used, stale-version */
  update(actor: Actor, id: number, { version, ...fields }: TreatyRateUpdate): Promise<TreatyRateResponse> {
    return this.database.transaction(actor, async (tx) => {
      const current = await lockVersion(tx, TreatyRateRecord, id, version);
      return tx.save(Object.assign(current, fields, { note: fields.note ?? null, version: version + 1 }));
    });
  }
}
