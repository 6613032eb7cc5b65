import { createHash, randomBytes } from 'node:crypto';

import { transferXml, type CreditTransfer, type PainVersion } from '@colophon/documents/sepa';
import { Money } from '@colophon/domain/money';
import { Injectable } from '@nestjs/common';

import type { Address } from '../../parties';
import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import { StoredFiles } from '../../platform/files/stored-files';
import { Secrets } from '../../platform/secrets/secrets';
import type { Actor } from '../../platform/sign-in/actor';
import { refuseWhileClosing } from '../../royalties';
import { paymentsProblems } from '../problems';
import { PaymentRunRecord } from '../records';
import { recomposeRun } from './compose-run';
import { backToDraft } from './draft-run';
import { houseAccount, structuredAddress } from './house-account';
import { lockRun } from './lock-run';

/** What came of an export: the file is kept, or the run is a draft again because it would pay something else. */
type Outcome = 'exported' | 'changed';

/**
 * Makes the file for the bank, once and for all. It is kept with its hash before anybody sees it, so that a crash
 * between the two loses nothing; whoever needs it again gets the same bytes.
 */
@Injectable()
export class ExportRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly files: StoredFiles,
  ) {}

  /** @throws payment-file-exported where it was made before; payment-run-amounts-changed, payment-execution-date, closing-other-running */
  async export(actor: Actor, id: number, version: number): Promise<void> {
    const outcome = await this.database.transaction(actor, (tx) => this.exportIn(tx, actor, { id, version }));
    if (outcome === 'changed') throw paymentsProblems.create('payment-run-amounts-changed');
  }

  private async exportIn(tx: Tx, actor: Actor, which: { id: number; version: number }): Promise<Outcome> {
    await this.refuseSecondFile(tx, which.id);
    const run = await lockRun(tx, which, ['approved']);
    await refuseWhileClosing(tx);
    const today = this.clock.today();
    if (run.executionDate < today) throw paymentsProblems.at('/executionDate', 'payment-execution-date', { today });
    const { changed } = await recomposeRun(tx, { actor, secrets: this.secrets, run });
    if (changed) {
      await backToDraft(tx, run);
      return 'changed';
    }
    await this.keepFile(tx, actor, run);
    return 'exported';
  }

  /** Waits for an export under way, so that the second of two clicks is told of the first. */
  private async refuseSecondFile(tx: Tx, id: number): Promise<void> {
    const run = await tx.findOne(PaymentRunRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!run?.exportedAt) return;
    const date = run.exportedAt.toISOString().slice(0, 10);
    throw paymentsProblems.create('payment-file-exported', { date, by: run.exportedBy });
  }

  private async keepFile(tx: Tx, actor: Actor, run: PaymentRunRecord): Promise<void> {
    const messageId = this.messageId(run.id);
    const xml = transferXml({
      version: run.painVersion as PainVersion,
      ...{ messageId, createdAt: this.clock.now().toISOString(), executionDate: run.executionDate },
      payer: await houseAccount(tx),
      transfers: await this.transfers(tx, run.id),
    });
    const fileName = `paiements-${run.executionDate}-${run.id}.xml`;
    const sealed = {
      fileName: `${fileName}.sealed`,
      mediaType: 'application/octet-stream',
      bytes: this.secrets.encrypt(xml),
    };
    const { id: fileId } = await this.files.keep(tx, sealed);
    const fileSha256 = createHash('sha256').update(xml, 'utf8').digest('hex');
    const exported = { exportedAt: this.clock.now(), exportedBy: actor.name, messageId, fileId, fileName, fileSha256 };
    await tx.query(`UPDATE royalty_payment SET status = 'exported' WHERE payment_run_id = $1`, [run.id]);
    await tx.save(Object.assign(run, exported, { status: 'exported', version: run.version + 1 }));
  }

  /** Never used twice, not even by a house restored from a backup whose runs are numbered again: hence the random end. */
  private messageId(runId: number): string {
    const day = this.clock.today().replaceAll('-', '');
    return `COLOPHON-${day}-${runId}-${randomBytes(5).toString('hex').toUpperCase()}`;
  }

  private async transfers(tx: Tx, runId: number): Promise<CreditTransfer[]> {
    const rows: {
      endToEndId: string;
      net: string;
      name: string;
      iban: Buffer;
      bic: Buffer | null;
      address: Address;
      labels: string[];
    }[] = await tx.query(
      `SELECT y.end_to_end_id AS "endToEndId", y.net::text, y.payee_name AS name, y.iban_encrypted AS iban, y.bic_encrypted AS bic, c.address,
         (SELECT array_agg(coalesce(s.number, a.label) ORDER BY i.position) FROM royalty_payment_item i
           LEFT JOIN royalty_statement_payee p ON p.id = i.statement_payee_id LEFT JOIN royalty_statement s ON s.id = p.statement_id
           LEFT JOIN contract_advance a ON a.id = i.advance_id WHERE i.payment_id = y.id) AS labels
       FROM royalty_payment y JOIN contributor c ON c.id = y.contributor_id WHERE y.payment_run_id = $1 ORDER BY y.id`,
      [runId],
    );
    return rows.map(({ endToEndId, net, name, iban, bic, address, labels }) => ({
      endToEndId,
      amount: Money.parse(net),
      payee: {
        ...{ name, iban: this.secrets.decrypt(iban), ...structuredAddress(address) },
        ...(bic ? { bic: this.secrets.decrypt(bic) } : {}),
      },
      remittance: `Droits d’auteur ${labels.join(', ')}`,
    }));
  }
}
