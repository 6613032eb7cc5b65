import { Injectable } from '@nestjs/common';

import {
  EditionInput,
  editionFields,
  EditionPriceRecord,
  EditionRecord,
  SaveEdition,
  SaveWork,
  WorkContributorRecord,
  workFields,
  WorkInput,
  WorkRecord,
} from '../../catalogue';
import type { EntityTarget, ObjectLiteral } from 'typeorm';

import { saysTheSame, type ImportRun } from '../run/import-run';
import type { ImportRow } from '../run/import-row';
import type { KnownEdition, KnownTitles, KnownWork } from './known-titles';

export interface TitleRow {
  readonly work: KnownWork | undefined;
  readonly edition: KnownEdition | undefined;
  readonly workInput: WorkInput;
  readonly editionInput: EditionInput;
}

const ROWS_AT_ONCE = 1000;

/**
 * Writes titles: changed ones by the use cases of their pages, new ones collected and written by the thousand. Every one
 * was checked with the DTOs of those use cases, and its numbers against all that are known.
 */
@Injectable()
export class TitleWrites {
  private run: ImportRun;
  private readonly touched = new Map<KnownWork | KnownEdition, ImportRow>();
  private readonly newWorks: KnownWork[] = [];
  private readonly newEditions: KnownEdition[] = [];

  constructor(
    private readonly saveWork: SaveWork,
    private readonly saveEdition: SaveEdition,
  ) {}

  begin(run: ImportRun): TitleWrites {
    const writes = new TitleWrites(this.saveWork, this.saveEdition);
    writes.run = run;
    return writes;
  }

  hasTouched(work: KnownWork): boolean {
    return this.touched.has(work);
  }

  refuse(row: ImportRow): void {
    row.table.counts.refused += 1;
  }

  /** Two rows of one ISBN: which is right is not ours to say. */
  refuseRepeated(edition: KnownEdition, row: ImportRow): boolean {
    const first = this.touched.get(edition);
    if (!first) return false;
    row.error('isbn', 'row-repeated', { row: first.number, file: first.table.fileName });
    this.refuse(row);
    return true;
  }

  async write(row: ImportRow, title: TitleRow, titles: KnownTitles): Promise<void> {
    const work = title.work ?? this.collectWork(title.workInput, titles);
    const workChanged = title.work ? await this.changeWork(title.work, title.workInput) : true;
    if (!this.touched.has(work)) this.touched.set(work, row);
    const edition = title.edition ?? this.collectEdition(work, title.editionInput, titles);
    const editionChanged = title.edition ? await this.changeEdition(title.edition, title.editionInput) : true;
    this.touched.set(edition, row);
    row.table.counts[!title.edition ? 'created' : workChanged || editionChanged ? 'changed' : 'unchanged'] += 1;
  }

  private collectWork(input: WorkInput, titles: KnownTitles): KnownWork {
    const work: KnownWork = { record: { ...workFields(input), version: 1 }, contributors: input.contributors ?? [] };
    this.newWorks.push(work);
    titles.addWork(work);
    return work;
  }

  private collectEdition(work: KnownWork, input: EditionInput, titles: KnownTitles): KnownEdition {
    const record = { ...editionFields(input), coverFileId: null, version: 1 };
    const edition: KnownEdition = { work, record, prices: input.prices ?? [] };
    this.newEditions.push(edition);
    titles.addEdition(edition);
    return edition;
  }

  /** A work still to be written only takes the new values; one that is written goes through its use case. */
  private async changeWork(work: KnownWork, input: WorkInput): Promise<boolean> {
    const fields = workFields(input);
    const contributors = input.contributors ?? work.contributors;
    if (saysTheSame({ ...pick(work.record, fields), contributors: work.contributors }, { ...fields, contributors }))
      return false;
    Object.assign(work.record, fields);
    work.contributors = [...contributors];
    if (work.id !== undefined) await this.saveWork.updateIn(this.run.tx, work.id, { ...input, contributors });
    return true;
  }

  private async changeEdition(edition: KnownEdition, input: EditionInput): Promise<boolean> {
    const fields = editionFields(input);
    if (!input.prices && saysTheSame(pick(edition.record, fields), fields)) return false;
    Object.assign(edition.record, fields);
    if (edition.id !== undefined) await this.saveEdition.updateIn(this.run.tx, edition.id, input);
    return true;
  }

  /** Works before their editions, prices and contributors. */
  async flush(): Promise<void> {
    await this.insert(
      WorkRecord,
      this.newWorks.map((work) => ({ ...work.record })),
      (index, id) => {
        this.newWorks[index]!.id = id;
      },
    );
    const credits = this.newWorks.flatMap(({ id, contributors }) =>
      contributors.map((credit, index) => ({ ...credit, workId: id!, sequence: index + 1 })),
    );
    await this.insert(WorkContributorRecord, credits);
    const editions = this.newEditions.map((edition) => ({ ...edition.record, workId: edition.work.id! }));
    await this.insert(EditionRecord, editions, (index, id) => {
      this.newEditions[index]!.id = id;
    });
    const prices = this.newEditions.flatMap(({ id, prices }) => prices.map((price) => ({ ...price, editionId: id! })));
    await this.insert(EditionPriceRecord, prices);
  }

  private async insert<T extends ObjectLiteral>(
    record: EntityTarget<T>,
    rows: readonly object[],
    written: (index: number, id: number) => void = () => undefined,
  ): Promise<void> {
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      const result = await this.run.tx.insert(record, rows.slice(start, start + ROWS_AT_ONCE) as never);
      result.identifiers.forEach((identifier, index) => written(start + index, identifier['id'] as number));
    }
  }
}

function pick(record: object, like: object): object {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name in like));
}
