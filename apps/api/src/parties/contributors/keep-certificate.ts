import { Injectable } from '@nestjs/common';

import { Database } from '../../platform/database/database';
import { readPicture } from '../../platform/files/picture';
import { StoredFiles, type StoredFile } from '../../platform/files/stored-files';
import { platformProblems } from '../../platform/problems/platform-problems';
import type { Actor } from '../../platform/sign-in/actor';
import { partiesProblems } from '../problems';
import type { KeptCertificate } from './tax-profile-dto';

/** By which a profile can name no other kept file: they are not all for the same eyes. */
export const CERTIFICATE_NAME = 'attestation';
const MAX_BYTES = 10 * 1024 * 1024;

/** The papers that an exemption rests on, as they came: a PDF or a photograph of a letter. */
@Injectable()
export class KeepCertificate {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
  ) {}

  /** @throws certificate-not-readable by its content, whatever its name says; too-large */
  keep(actor: Actor, bytes: Uint8Array): Promise<KeptCertificate> {
    if (bytes.length > MAX_BYTES) throw platformProblems.create('too-large', { limit: '10 Mo' });
    const file = isPdf(bytes) ? PDF : readPicture(bytes, ['png', 'jpeg']);
    if (!file) throw partiesProblems.at('/file', 'certificate-not-readable');
    return this.database.transaction(actor, async (tx) => {
      const { mediaType, extension } = file;
      const { id } = await this.files.keep(tx, { fileName: `${CERTIFICATE_NAME}.${extension}`, mediaType, bytes });
      return { fileId: id, mediaType };
    });
  }

  /** The paper of a profile of this contributor's. @throws not-found */
  async read(contributorId: number, fileId: number): Promise<StoredFile> {
    const tx = this.database.reader;
    const [profile] = await tx.query(
      `SELECT 1 FROM contributor_tax_profile WHERE contributor_id = $1 AND certificate_file_id = $2`,
      [contributorId, fileId],
    );
    const file = profile ? await this.files.find(tx, fileId) : undefined;
    if (!file) throw platformProblems.create('not-found');
    return file;
  }
}

const PDF = { mediaType: 'application/pdf', extension: 'pdf' } as const;

function isPdf(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes);
  return content.subarray(0, 5).toString('latin1') === '%PDF-' && content.subarray(-1024).includes('%%EOF');
}
