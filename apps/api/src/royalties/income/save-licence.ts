import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../../platform/database/database';
import { lockVersion } from '../../platform/database/lock-version';
import { platformProblems } from '../../platform/problems/platform-problems';
import type { Actor } from '../../platform/sign-in/actor';
import type { LicenceInput, LicenceResponse, LicenceRow, LicenceUpdate } from './licence-dto';
import { licenceColumns, rightsIncomeColumns, rightsIncomeTables } from './licence-list';
import { incomeProblems } from './problems';
import { RightsLicenceRecord } from './records';
import type { RightsIncomeRow } from './rights-income-dto';

/** Writes a licence; what closed statements said of it no longer changes. */
@Injectable()
export class SaveLicence {
  constructor(private readonly database: Database) {}

  create(actor: Actor, input: LicenceInput): Promise<LicenceResponse> {
    return this.database.transaction(actor, async (tx) => {
      await refuseUnknownWork(tx, input.workId);
      const { id } = await tx.save(tx.create(RightsLicenceRecord, { ...fields(input), version: 1 }));
      return readLicence(tx, id);
    });
  }

  /** @throws licence-stated */
  update(actor: Actor, id: number, input: LicenceUpdate): Promise<LicenceResponse> {
    return this.database.transaction(actor, async (tx) => {
      const current = await lockVersion(tx, RightsLicenceRecord, id, input.version);
      await refuseUnknownWork(tx, input.workId);
      await tx.save(Object.assign(current, fields(input), { version: current.version + 1 }));
      return readLicence(tx, id);
    });
  }

  /** @throws licence-has-income */
  delete(actor: Actor, id: number): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const { affected } = await tx.delete(RightsLicenceRecord, { id });
      if (affected !== 1) throw platformProblems.create('not-found');
    });
  }
}

export async function readLicence(tx: Tx, id: number): Promise<LicenceResponse> {
  const [row]: (LicenceRow & { version: number; advance: string | null; note: string | null })[] = await tx.query(
    `SELECT ${licenceColumns}, v.version, v.advance::text, v.note FROM rights_licence v JOIN work w ON w.id = v.work_id WHERE v.id = $1`,
    [id],
  );
  if (!row) throw platformProblems.create('not-found');
  const income: RightsIncomeRow[] = await tx.query(
    `SELECT ${rightsIncomeColumns} FROM ${rightsIncomeTables} WHERE r.licence_id = $1 ORDER BY r.cashed_on DESC, r.id DESC`,
    [id],
  );
  return { ...row, income };
}

async function refuseUnknownWork(tx: Tx, id: number): Promise<void> {
  const rows = await tx.query(`SELECT 1 FROM work WHERE id = $1`, [id]);
  if (rows.length === 0) throw incomeProblems.at('/workId', 'licence-work-unknown');
}

function fields(input: LicenceInput): Omit<RightsLicenceRecord, 'id' | 'version'> {
  return {
    reference: input.reference.trim(),
    workId: input.workId,
    licensee: input.licensee.trim(),
    right: input.right,
    territories: [...(input.territories ?? [])].sort(),
    language: input.language ?? null,
    signedOn: input.signedOn ?? null,
    startsOn: input.startsOn ?? null,
    endsOn: input.endsOn ?? null,
    advance: input.advance ?? null,
    authorInformedOn: input.authorInformedOn ?? null,
    note: input.note ?? null,
  };
}
