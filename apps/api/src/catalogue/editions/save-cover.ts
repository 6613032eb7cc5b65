import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../../platform/database/database';
import { readPicture } from '../../platform/files/picture';
import { StoredFiles, type StoredFile } from '../../platform/files/stored-files';
import { platformProblems } from '../../platform/problems/platform-problems';
import type { Actor } from '../../platform/sign-in/actor';
import { catalogueProblems } from '../problems';
import { EditionRecord } from '../records';
import type { EditionResponse } from './edition-dto';
import { ReadEditions } from './read-editions';

const MAX_BYTES = 5 * 1024 * 1024;

/** The picture of an edition's cover. It is no part of the form, so it leaves the version as it is. */
@Injectable()
export class SaveCover {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
    private readonly reading: ReadEditions,
  ) {}

  replace(actor: Actor, editionId: number, bytes: Uint8Array): Promise<EditionResponse> {
    return this.database.transaction(actor, async (tx) => {
      await this.replaceIn(tx, editionId, bytes);
      return this.reading.readIn(tx, editionId);
    });
  }

  /** @throws cover-not-an-image by its content, whatever its name says; too-large, not-found */
  async replaceIn(tx: Tx, editionId: number, bytes: Uint8Array): Promise<void> {
    if (bytes.length > MAX_BYTES) throw platformProblems.create('too-large', { limit: '5 Mo' });
    const picture = readPicture(bytes, ['png', 'jpeg']);
    if (!picture) throw catalogueProblems.at('/file', 'cover-not-an-image');
    const fileName = `cover-${editionId}.${picture.extension}`;
    const { id: coverFileId } = await this.files.keep(tx, { fileName, mediaType: picture.mediaType, bytes });
    const { affected } = await tx.update(EditionRecord, { id: editionId }, { coverFileId });
    if (affected !== 1) throw platformProblems.create('not-found');
  }

  /** @throws not-found where the edition has none */
  async read(editionId: number): Promise<StoredFile> {
    const tx = this.database.reader;
    const { coverFileId } = await tx.findOneByOrFail(EditionRecord, { id: editionId });
    const file = coverFileId === null ? undefined : await this.files.find(tx, coverFileId);
    if (!file) throw platformProblems.create('not-found');
    return file;
  }
}
