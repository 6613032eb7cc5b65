import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import type { Tx } from '../database/database';

/** A file as kept: its bytes never change, and its hash tells so. */
export interface StoredFile {
  readonly id: number;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Files live in the database, so that a backup holds them and a transaction covers them. */
@Injectable()
export class StoredFiles {
  async keep(
    tx: Tx,
    file: { fileName: string; mediaType: string; bytes: Uint8Array },
  ): Promise<{ id: number; sha256: string }> {
    const bytes = Buffer.from(file.bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const [row] = await tx.query(
      `INSERT INTO stored_file (sha256, file_name, media_type, byte_length, bytes) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
      [sha256, file.fileName, file.mediaType, bytes.length, bytes],
    );
    return { id: row.id, sha256 };
  }

  async find(tx: Tx, id: number): Promise<StoredFile | undefined> {
    const [row] = await tx.query(
      `SELECT id, sha256, file_name AS "fileName", media_type AS "mediaType", bytes FROM stored_file WHERE id = $1`,
      [id],
    );
    return row as StoredFile | undefined;
  }
}
