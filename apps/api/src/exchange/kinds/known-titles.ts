import { foldText } from '@colophon/domain/exchange';
import { In } from 'typeorm';

import { EditionPriceRecord, EditionRecord, WorkContributorRecord, WorkRecord } from '../../catalogue';
import type { Tx } from '../../platform/database/database';

/** A work as far as rows can name it; without an id until it is written. */
export interface KnownWork {
  id?: number;
  record: Omit<WorkRecord, 'id'>;
  contributors: { contributorId: number; role: string }[];
}

export interface KnownEdition {
  id?: number;
  work: KnownWork;
  record: Omit<EditionRecord, 'id' | 'workId'>;
  prices: { validFrom: string; retailPriceInclVat: string }[];
}

export interface TitleKeys {
  readonly isbn13?: string | undefined;
  readonly ean?: string | undefined;
  readonly externalId?: string | undefined;
}

/** What the rows of a file may name: numbers, references, and titles with their authors. */
export interface NamedInFile {
  readonly numbers: readonly string[];
  readonly references: readonly string[];
  readonly workReferences: readonly string[];
  readonly titles: readonly string[];
}

/** The works and editions that a file names, of the house and of the rows so far. */
export class KnownTitles {
  private readonly editions = new Map<string, KnownEdition>();
  private readonly worksByReference = new Map<string, KnownWork>();
  private readonly worksByTitle = new Map<string, KnownWork[]>();

  static async read(tx: Tx, named: NamedInFile): Promise<KnownTitles> {
    const known = new KnownTitles();
    const editions = await tx.find(EditionRecord, {
      where: [
        { isbn13: In(named.numbers as string[]) },
        { ean: In(named.numbers as string[]) },
        { externalId: In(named.references as string[]) },
      ],
    });
    const works = await readWorks(
      tx,
      named,
      editions.map(({ workId }) => workId),
    );
    for (const work of works.values()) known.addWork(work);
    const prices = Map.groupBy(
      await tx.find(EditionPriceRecord, {
        where: { editionId: In(editions.map(({ id }) => id)) },
        order: { validFrom: 'ASC' },
      }),
      (price) => price.editionId,
    );
    for (const record of editions) {
      const work = works.get(record.workId)!;
      known.addEdition({ id: record.id, work, record, prices: (prices.get(record.id) ?? []).map(withoutIds) });
    }
    return known;
  }

  addEdition(edition: KnownEdition): void {
    const { isbn13, ean, externalId } = edition.record;
    if (isbn13) this.editions.set(`number:${isbn13}`, edition);
    if (ean) this.editions.set(`number:${ean}`, edition);
    if (externalId) this.editions.set(`reference:${externalId}`, edition);
  }

  addWork(work: KnownWork): void {
    if (work.record.externalId) this.worksByReference.set(work.record.externalId, work);
    const key = foldText(work.record.title);
    this.worksByTitle.set(key, [...(this.worksByTitle.get(key) ?? []), work]);
  }

  edition({ isbn13, ean, externalId }: TitleKeys): KnownEdition | undefined {
    return (
      (isbn13 && this.editions.get(`number:${isbn13}`)) ||
      (ean && this.editions.get(`number:${ean}`)) ||
      (externalId && this.editions.get(`reference:${externalId}`)) ||
      undefined
    );
  }

  workByReference(reference: string): KnownWork | undefined {
    return this.worksByReference.get(reference);
  }

  /** A work is the same when its title and its authors are: two novels may share a title. */
  workByTitle(title: string, authorIds: readonly number[]): KnownWork | undefined {
    return this.worksByTitle
      .get(foldText(title))
      ?.find((work) => !work.record.externalId && sameAuthors(work.contributors, authorIds));
  }
}

const AUTHOR = 'A01';

function sameAuthors(contributors: KnownWork['contributors'], authorIds: readonly number[]): boolean {
  const authors = contributors.filter(({ role }) => role === AUTHOR).map(({ contributorId }) => contributorId);
  return authors.length === authorIds.length && authors.every((id) => authorIds.includes(id));
}

async function readWorks(tx: Tx, named: NamedInFile, ids: readonly number[]): Promise<Map<number, KnownWork>> {
  const rows: { id: number }[] = await tx.query(
    `SELECT id FROM work WHERE id = ANY($1) OR external_id = ANY($2) OR fold(title) IN (SELECT fold(each) FROM unnest($3::text[]) AS each)`,
    [ids, named.workReferences, named.titles],
  );
  const records = await tx.find(WorkRecord, { where: { id: In(rows.map(({ id }) => id)) } });
  const links = Map.groupBy(
    await tx.find(WorkContributorRecord, {
      where: { workId: In(records.map(({ id }) => id)) },
      order: { sequence: 'ASC' },
    }),
    (link) => link.workId,
  );
  const contributors = (id: number) =>
    (links.get(id) ?? []).map(({ contributorId, role }) => ({ contributorId, role }));
  return new Map(
    records.map((record) => [record.id, { id: record.id, record, contributors: contributors(record.id) }]),
  );
}

function withoutIds({ validFrom, retailPriceInclVat }: EditionPriceRecord): KnownEdition['prices'][number] {
  return { validFrom, retailPriceInclVat };
}
