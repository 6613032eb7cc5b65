import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../platform/database/database';
import { platformProblems } from '../platform/problems/platform-problems';
import type { Actor } from '../platform/sign-in/actor';
import type { AccountMappingInput, AccountMappingResponse } from './accounting-dto';
import { accountingProblems } from './problems';

const ACCOUNT_NUMBER = /^[1-9][0-9A-Z]{2,19}$/;
const JOURNAL_CODE = /^[A-Z0-9]{1,6}$/;

/** The accountant's accounts. The whole table has one version: the sum of its rows', which every change makes greater. */
export async function readMapping(tx: Tx): Promise<AccountMappingResponse> {
  const accounts = await tx.query(`SELECT role, number, label FROM account ORDER BY position`);
  const journals = await tx.query(`SELECT role, code, label FROM journal ORDER BY code`);
  const [{ version }] = await tx.query(
    `SELECT ((SELECT sum(version) FROM account) + (SELECT sum(version) FROM journal))::int AS version`,
  );
  return { accounts, journals, version };
}

/** Sets the accounts of entries to come; what is written keeps its own. */
@Injectable()
export class SaveMapping {
  constructor(private readonly database: Database) {}

  /** @throws account-number-malformed, journal-code-malformed, journal-code-used-twice, stale-version */
  save(actor: Actor, input: AccountMappingInput): Promise<AccountMappingResponse> {
    refuseMalformed(input);
    return this.database.transaction(actor, async (tx) => {
      await tx.query(`LOCK TABLE account, journal IN SHARE ROW EXCLUSIVE MODE`);
      const current = await readMapping(tx);
      if (current.version !== input.version) throw platformProblems.create('stale-version');
      await tx.query(
        `UPDATE account a SET number = r.number, label = r.label, version = a.version + 1
         FROM jsonb_to_recordset($1::jsonb) AS r (role text, number text, label text)
         WHERE r.role = a.role AND (a.number, a.label) IS DISTINCT FROM (r.number, r.label)`,
        [JSON.stringify(input.accounts)],
      );
      await tx.query(
        `UPDATE journal j SET code = r.code, label = r.label, version = j.version + 1
         FROM jsonb_to_recordset($1::jsonb) AS r (role text, code text, label text)
         WHERE r.role = j.role AND (j.code, j.label) IS DISTINCT FROM (r.code, r.label)`,
        [JSON.stringify(input.journals)],
      );
      return readMapping(tx);
    });
  }
}

function refuseMalformed({ accounts, journals }: AccountMappingInput): void {
  accounts.forEach(({ number }, index) => {
    if (ACCOUNT_NUMBER.test(number)) return;
    throw accountingProblems.at(`/accounts/${index}/number`, 'account-number-malformed', { given: number });
  });
  journals.forEach(({ code }, index) => {
    if (!JOURNAL_CODE.test(code)) {
      throw accountingProblems.at(`/journals/${index}/code`, 'journal-code-malformed', { given: code });
    }
    if (journals.findIndex((other) => other.code === code) === index) return;
    throw accountingProblems.at(`/journals/${index}/code`, 'journal-code-used-twice');
  });
}
