import { bookForms } from '@colophon/domain/catalogue';
import { parseEan13, parseIsbn } from '@colophon/domain/identifiers';
import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';

import { Database, type Tx } from '../../platform/database/database';
import { lockVersion } from '../../platform/database/lock-version';
import type { Actor } from '../../platform/sign-in/actor';
import { EditionRecord, WorkRecord } from '../records';
import type { EditionInput, EditionResponse, EditionUpdate } from './edition-dto';
import { replacePrices } from './edition-prices';
import { ReadEditions } from './read-editions';
import { refuseUsedNumbers } from './used-numbers';

const BOOK_VAT = '5.5';
const GOODS_VAT = '20';

/** Adds an edition to a work, or replaces what is known of one. */
@Injectable()
export class SaveEdition {
  constructor(
    private readonly database: Database,
    private readonly reading: ReadEditions,
  ) {}

  /** @throws isbn-used, naming the title that has it */
  create(actor: Actor, workId: number, input: EditionInput): Promise<EditionResponse> {
    const work = this.database.transaction(actor, async (tx) => {
      const { id } = await this.createIn(tx, workId, input);
      return this.reading.readIn(tx, id);
    });
    return work.catch((error: unknown) => this.nameWhoCameFirst(error, input));
  }

  /** Within the caller's transaction: the importer writes many at once. */
  async createIn(tx: Tx, workId: number, input: EditionInput): Promise<{ id: number }> {
    await tx.findOneByOrFail(WorkRecord, { id: workId });
    const record = tx.create(EditionRecord, { ...editionFields(input), workId, coverFileId: null, version: 1 });
    await refuseUsedNumbers(tx, record);
    const { id } = await tx.save(record);
    if (input.prices) await replacePrices(tx, id, input.prices);
    return { id };
  }

  /** Prices that are absent are kept. @throws stale-version, isbn-used, price-in-use */
  update(actor: Actor, id: number, input: EditionUpdate): Promise<EditionResponse> {
    const work = this.database.transaction(actor, async (tx) => {
      const current = await lockVersion(tx, EditionRecord, id, input.version);
      await this.writeIn(tx, current, input);
      return this.reading.readIn(tx, id);
    });
    return work.catch((error: unknown) => this.nameWhoCameFirst(error, { ...input, id }));
  }

  /** Within the caller's transaction, whatever the version. */
  async updateIn(tx: Tx, id: number, input: EditionInput): Promise<void> {
    const current = await tx.findOneOrFail(EditionRecord, { where: { id }, lock: { mode: 'pessimistic_write' } });
    await this.writeIn(tx, current, input);
  }

  private async writeIn(tx: Tx, current: EditionRecord, input: EditionInput): Promise<void> {
    const changed = Object.assign(current, editionFields(input), { version: current.version + 1 });
    await refuseUsedNumbers(tx, changed);
    await tx.save(changed);
    if (input.prices) await replacePrices(tx, current.id, input.prices);
  }

  /** Two people took one number at once: the constraint held, and the title that has it can be read now. */
  private async nameWhoCameFirst(error: unknown, input: EditionInput & { id?: number }): Promise<never> {
    if (error instanceof QueryFailedError) {
      const { isbn13, ean } = editionFields(input);
      await refuseUsedNumbers(this.database.reader, { isbn13, ean, id: input.id });
    }
    throw error;
  }
}

/** The columns that a request writes, its prices aside; what it leaves out has its usual value. */
export function editionFields(input: EditionInput) {
  const isBook = bookForms.includes(input.productForm);
  return {
    externalId: input.externalId ?? null,
    productForm: input.productForm,
    isbn13: input.isbn13 ? parseIsbn(input.isbn13) : null,
    ean: input.ean ? parseEan13(input.ean) : null,
    title: input.title?.trim() || null,
    publicationDate: input.publicationDate ?? null,
    availability: input.availability ?? 'forthcoming',
    vatRate: input.vatRate ?? (isBook ? BOOK_VAT : GOODS_VAT),
    pageCount: input.pageCount ?? null,
    heightMm: input.heightMm ?? null,
    widthMm: input.widthMm ?? null,
    weightG: input.weightG ?? null,
    archived: input.archived ?? false,
  };
}
