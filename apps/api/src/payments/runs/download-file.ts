import { createHash } from 'node:crypto';

import { assert } from '@colophon/domain/rules';
import { Injectable } from '@nestjs/common';

import { Database } from '../../platform/database/database';
import { StoredFiles } from '../../platform/files/stored-files';
import { platformProblems } from '../../platform/problems/platform-problems';
import { Secrets } from '../../platform/secrets/secrets';
import type { Actor } from '../../platform/sign-in/actor';
import { PaymentFileDownloadRecord, PaymentRunRecord } from '../records';

/** Hands the file for the bank out as it was made, and writes down who took it and when. */
@Injectable()
export class DownloadFile {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly files: StoredFiles,
  ) {}

  /** @throws not-found where no file was made, secret-key-missing */
  download(actor: Actor, id: number): Promise<{ fileName: string; xml: string }> {
    return this.database.transaction(actor, async (tx) => {
      const run = await tx.findOneBy(PaymentRunRecord, { id });
      const file = run?.fileId ? await this.files.find(tx, run.fileId) : undefined;
      if (!run || !file) throw platformProblems.create('not-found');
      const xml = this.secrets.decrypt(file.bytes);
      const hash = createHash('sha256').update(xml, 'utf8').digest('hex');
      assert(hash === run.fileSha256, `the file of payment run ${id} is the one that was made`);
      await tx.save(tx.create(PaymentFileDownloadRecord, { paymentRunId: id, downloadedBy: actor.name }));
      return { fileName: run.fileName ?? 'paiements.xml', xml };
    });
  }
}
