import { Injectable } from '@nestjs/common';

import { readHouse } from '../../parties';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { readPage } from '../../platform/lists/list';
import type { EditionPage, EditionQuery } from './edition-dto';
import { editionList, toEditionRow, type EditionFound } from './edition-list';
import { searchable } from './edition-sql';

/** Finds editions for whoever invoices, prints or signs: by title, contributor, or number typed or scanned. */
@Injectable()
export class FindEditions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async page(query: EditionQuery): Promise<EditionPage> {
    const { work, productForm, availability, archived } = query;
    const tx = this.database.reader;
    const filters = { work, productForm, availability, archived };
    const page = await readPage<EditionFound>(tx, editionList(this.clock.today()), searchable(query), filters);
    const { unitPriceRounding } = await readHouse(tx);
    return { ...page, items: page.items.map((found) => toEditionRow(found, unitPriceRounding)) };
  }
}
