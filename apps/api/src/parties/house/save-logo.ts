import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../../platform/database/database';
import { readPicture } from '../../platform/files/picture';
import { StoredFiles, type StoredFile } from '../../platform/files/stored-files';
import { platformProblems } from '../../platform/problems/platform-problems';
import type { Actor } from '../../platform/sign-in/actor';
import { partiesProblems } from '../problems';
import { HouseRecord } from '../records';
import type { HouseResponse } from './house-dto';
import { toHouse } from './read-house';
import { lockHouse } from './save-house';

const MAX_BYTES = 2 * 1024 * 1024;

/** The picture at the head of the house's documents. */
@Injectable()
export class SaveLogo {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
  ) {}

  replace(actor: Actor, bytes: Uint8Array): Promise<HouseResponse> {
    return this.database.transaction(actor, (tx) => this.replaceIn(tx, bytes));
  }

  /** @throws logo-not-an-image by its content, whatever its name says; too-large */
  async replaceIn(tx: Tx, bytes: Uint8Array): Promise<HouseResponse> {
    if (bytes.length > MAX_BYTES) throw platformProblems.create('too-large', { limit: '2 Mo' });
    const picture = readPicture(bytes, ['png', 'jpeg', 'svg']);
    if (!picture) throw partiesProblems.at('/file', 'logo-not-an-image');
    const { mediaType, extension } = picture;
    const { id } = await this.files.keep(tx, { fileName: `logo.${extension}`, mediaType, bytes });
    const house = await lockHouse(tx);
    return toHouse(await tx.save(Object.assign(house, { logoFileId: id, version: house.version + 1 })));
  }

  /** @throws not-found where the house has none */
  async read(): Promise<StoredFile> {
    const tx = this.database.reader;
    const { logoFileId } = await tx.findOneByOrFail(HouseRecord, { onlyRow: true });
    const file = logoFileId === null ? undefined : await this.files.find(tx, logoFileId);
    if (!file) throw platformProblems.create('not-found');
    return file;
  }
}
