import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { readHouse } from '../../parties';
import { Clock } from '../../platform/clock/clock';
import type { Tx } from '../../platform/database/database';
import { platformProblems } from '../../platform/problems/platform-problems';
import { EditionPriceRecord, EditionRecord, WorkRecord } from '../records';
import type { EditionResponse, PriceResponse } from './edition-dto';
import { toPrice } from './edition-prices';
import { isbnFormatted } from './edition-sql';

/** Editions with their prices, the one in force today, and the price without VAT derived from each. */
@Injectable()
export class ReadEditions {
  constructor(private readonly clock: Clock) {}

  /** @throws not-found */
  async readIn(tx: Tx, id: number): Promise<EditionResponse> {
    const record = await tx.findOneBy(EditionRecord, { id });
    if (!record) throw platformProblems.create('not-found');
    const [edition] = await this.describe(tx, [record]);
    return edition as EditionResponse;
  }

  async ofWork(tx: Tx, workId: number): Promise<EditionResponse[]> {
    const order = { archived: 'ASC', publicationDate: { direction: 'ASC', nulls: 'LAST' }, id: 'ASC' } as const;
    return this.describe(tx, await tx.find(EditionRecord, { where: { workId }, order }));
  }

  private async describe(tx: Tx, records: EditionRecord[]): Promise<EditionResponse[]> {
    const editionId = In(records.map(({ id }) => id));
    const stored = await tx.find(EditionPriceRecord, { where: { editionId }, order: { validFrom: 'ASC' } });
    const works = await tx.findBy(WorkRecord, { id: In(records.map(({ workId }) => workId)) });
    const { unitPriceRounding } = await readHouse(tx);
    return records.map((record) => {
      const own = stored.filter((price) => price.editionId === record.id);
      const prices = own.map((price) => toPrice(price, record.vatRate, unitPriceRounding));
      const workTitle = works.find(({ id }) => id === record.workId)?.title ?? '';
      return toEdition(record, { workTitle, prices, today: this.clock.today() });
    });
  }
}

function toEdition(
  record: EditionRecord,
  { workTitle, prices, today }: { workTitle: string; prices: PriceResponse[]; today: string },
): EditionResponse {
  const { coverFileId, productForm, availability, ...shown } = record;
  return {
    ...shown,
    workTitle,
    productForm: productForm as EditionResponse['productForm'],
    availability: availability as EditionResponse['availability'],
    isbnFormatted: isbnFormatted(record.isbn13),
    coverUrl: coverFileId === null ? null : `/api/editions/${record.id}/cover?v=${coverFileId}`,
    prices,
    currentPrice: prices.findLast((price) => price.validFrom <= today) ?? null,
  };
}
