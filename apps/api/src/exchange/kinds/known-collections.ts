import { foldText } from '@colophon/domain/exchange';

import { CollectionInput, CollectionRecord } from '../../catalogue';
import type { Tx } from '../../platform/database/database';
import { checked, type ImportRun } from '../run/import-run';

/** The collections of the house and of the rows so far, whatever their case and accents. */
export class KnownCollections {
  private readonly ids = new Map<string, number>();

  static async read(tx: Tx): Promise<KnownCollections> {
    const known = new KnownCollections();
    for (const { id, name } of await tx.find(CollectionRecord)) known.ids.set(foldText(name), id);
    return known;
  }

  /** A collection that is new is made with its name. */
  async idOf(run: ImportRun, name: string): Promise<number> {
    const found = this.ids.get(foldText(name));
    if (found !== undefined) return found;
    const input = await checked(CollectionInput, { name });
    const fields = { name: input.name.trim(), issn: null, description: null, version: 1 };
    const { id } = await run.tx.save(run.tx.create(CollectionRecord, fields));
    this.ids.set(foldText(name), id);
    return id;
  }
}
