import { Injectable } from '@nestjs/common';

import { Database } from '../../platform/database/database';
import { lockVersion } from '../../platform/database/lock-version';
import type { Actor } from '../../platform/sign-in/actor';
import { DeclarationThresholdRecord } from './records';
import type {
  DeclarationThresholdInput,
  DeclarationThresholdResponse,
  DeclarationThresholdUpdate,
} from './treaty-rate-dto';

/** The dated amount above which the DAS2 names a beneficiary. */
@Injectable()
export class SaveThreshold {
  constructor(private readonly database: Database) {}

  /** @throws threshold-used */
  create(actor: Actor, input: DeclarationThresholdInput): Promise<DeclarationThresholdResponse> {
    return this.database.transaction(actor, async (tx) =>
      shown(await tx.save(tx.create(DeclarationThresholdRecord, { ...input, declaration: 'das2', version: 1 }))),
    );
  }

  /** @throws threshold-used, stale-version */
  update(actor: Actor, id: number, input: DeclarationThresholdUpdate): Promise<DeclarationThresholdResponse> {
    const { version, ...fields } = input;
    return this.database.transaction(actor, async (tx) => {
      const current = await lockVersion(tx, DeclarationThresholdRecord, id, version);
      return shown(await tx.save(Object.assign(current, fields, { version: version + 1 })));
    });
  }
}

function shown({ id, version, validFrom, amount }: DeclarationThresholdRecord): DeclarationThresholdResponse {
  return { id, version, validFrom, amount };
}
