import { bookForms } from '@colophon/domain/catalogue';
import { foldText, readLanguage, readTrimSize } from '@colophon/domain/exchange';
import { parseEan13, parseIsbn } from '@colophon/domain/identifiers';
import { Injectable } from '@nestjs/common';

import { EditionInput, WorkInput } from '../../catalogue';
import { SaveContributor } from '../../parties';
import { checked, given, type ImportRun, type KindImporter } from '../run/import-run';
import type { ImportRow, Pointers } from '../run/import-row';
import { KnownCollections } from './known-collections';
import { KnownPeople } from './known-people';
import { KnownTitles, type KnownEdition, type KnownWork, type TitleKeys } from './known-titles';
import { readCredits, type Credit } from './title-credits';
import { looksWithoutVat, readPrices } from './title-prices';
import { TitleWrites } from './title-writes';

const pointers: Pointers = {
  '/externalId': 'reference',
  '/title': 'title',
  '/subtitle': 'subtitle',
  '/originalTitle': 'originalTitle',
  '/language': 'language',
  '/numberInCollection': 'numberInCollection',
  '/collectionId': 'collection',
  '/summary': 'summary',
  '/contributors': 'authors',
  '/productForm': 'productForm',
  '/isbn13': 'isbn',
  '/ean': 'ean',
  '/publicationDate': 'publicationDate',
  '/availability': 'availability',
  '/vatRate': 'vatRate',
  '/pageCount': 'pageCount',
  '/heightMm': 'heightMm',
  '/widthMm': 'widthMm',
  '/weightG': 'weightG',
  '/prices': 'priceInclVat',
};

interface Known {
  readonly people: KnownPeople;
  readonly titles: KnownTitles;
  readonly collections: KnownCollections;
  readonly writes: TitleWrites;
  readonly prices: { price: string; vatRate: string; row: ImportRow }[];
}

/**
 * Titles: each row is an edition (one ISBN), and names its work by reference, or by title and authors. New titles are
 * written many at a time; changed ones by the use case of their page.
 */
@Injectable()
export class ImportTitles implements KindImporter {
  constructor(
    private readonly contributors: SaveContributor,
    private readonly writes: TitleWrites,
  ) {}

  async importRows(run: ImportRun, rows: readonly ImportRow[]): Promise<void> {
    const known: Known = {
      people: await KnownPeople.read(run.tx),
      titles: await KnownTitles.read(run.tx, namedIn(rows)),
      collections: await KnownCollections.read(run.tx),
      writes: this.writes.begin(run),
      prices: [],
    };
    for (const row of rows) await this.importRow(run, row, known);
    warnOfPrices(known.prices);
    await known.writes.flush();
  }

  private async importRow(run: ImportRun, row: ImportRow, known: Known): Promise<void> {
    const keys = readKeys(row);
    const edition = known.titles.edition(keys);
    if (edition && known.writes.refuseRepeated(edition, row)) return run.advance();
    if (edition) warnOfNewTitle(row, edition);
    const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
      try {
        return await work();
      } catch (error) {
        row.refuse(error, pointers);
        return undefined;
      }
    };
    const credits = await attempt(() => readCredits(run, row, { people: known.people, save: this.contributors }));
    const work = edition?.work ?? this.findWork(row, known, credits);
    const workInput = await attempt(() => readWork(run, row, { known, work, credits }));
    const editionInput = await attempt(() => readEdition(run, row, { keys, edition, work, known }));
    if (row.isFaulty || !workInput || !editionInput) refuse(run, row, { keys, writes: known.writes });
    else await attempt(() => known.writes.write(row, { work, edition, workInput, editionInput }, known.titles));
    await run.advance();
  }

  private findWork(row: ImportRow, { titles }: Known, credits: readonly Credit[] | undefined): KnownWork | undefined {
    const reference = row.text('workReference');
    if (reference) return titles.workByReference(reference);
    const authorIds = (credits ?? []).filter(({ role }) => role === 'A01').map(({ contributorId }) => contributorId);
    return titles.workByTitle(row.raw('title'), authorIds);
  }
}

function readKeys(row: ImportRow): TitleKeys {
  const keys = {
    isbn13: row.identifier('isbn', (text) => (isGoodsNumber(row, text) ? '' : parseIsbn(text))) || undefined,
    ean: row.identifier('ean', (text) => (sameAsIsbn(row, text) ? '' : parseEan13(text))) || goodsNumber(row),
    externalId: row.text('reference'),
  };
  const isNamed = keys.isbn13 || keys.ean || keys.externalId || row.isFaulty;
  if (!isNamed) row.error('isbn', 'row-without-key', { keys: 'ISBN, EAN, référence' });
  row.required('title');
  return keys;
}

function refuse(run: ImportRun, row: ImportRow, { keys, writes }: { keys: TitleKeys; writes: TitleWrites }): void {
  writes.refuse(row);
  for (const number of [keys.isbn13, keys.ean]) if (number) run.refusedKeys.add(`number:${number}`);
  if (keys.externalId) run.refusedKeys.add(`reference:${keys.externalId}`);
}

/** A wrong ISBN that happens to be right belongs to another title: it shows by the title. */
function warnOfNewTitle(row: ImportRow, { record, work }: KnownEdition): void {
  const before = record.title ?? work.record.title;
  const isNew = row.has('title') && foldText(row.raw('title')) !== foldText(before);
  if (isNew) row.warn('title', 'title-changed', { before });
}

/** The barcode of goods in the column of ISBNs: 3 760…, never 978 or 979. */
function isGoodsNumber(row: ImportRow, text: string): boolean {
  return /^(?!97[89])\d{13}$/.test(text.replace(/[\s-]/g, '')) && !row.has('ean');
}

function goodsNumber(row: ImportRow): string | undefined {
  return isGoodsNumber(row, row.raw('isbn')) ? row.identifier('isbn', parseEan13) : undefined;
}

/** The EAN of a book is its ISBN: a column that repeats it says nothing. */
function sameAsIsbn(row: ImportRow, text: string): boolean {
  const digits = (value: string): string => value.replace(/\D/g, '');
  return row.has('isbn') && digits(text) === digits(row.raw('isbn'));
}

/** The first row of a work in a file may change it; those of its other editions only fill in what it lacks. */
async function readWork(
  run: ImportRun,
  row: ImportRow,
  { known, work, credits }: { known: Known; work: KnownWork | undefined; credits: Credit[] | undefined },
): Promise<WorkInput> {
  const before = work ? { ...work.record, contributors: work.contributors } : undefined;
  const collection = row.text('collection');
  const said = given({
    externalId: row.text('workReference'),
    title: row.text('title'),
    subtitle: row.text('subtitle'),
    originalTitle: row.text('originalTitle'),
    language: row.read('language', readLanguage),
    collectionId: collection ? await known.collections.idOf(run, collection) : undefined,
    numberInCollection: row.text('numberInCollection'),
    summary: row.text('summary'),
    contributors: credits,
  });
  const isFirst = !work || !known.writes.hasTouched(work);
  const merged = isFirst ? { ...before, ...said } : { ...said, ...withoutNothing(before ?? {}) };
  return checked(WorkInput, inputMembers(merged, workMembers));
}

async function readEdition(
  run: ImportRun,
  row: ImportRow,
  at: { keys: TitleKeys; edition: KnownEdition | undefined; work: KnownWork | undefined; known: Known },
): Promise<EditionInput> {
  const before = at.edition?.record;
  const size = row.read('trimSize', readTrimSize);
  const productForm =
    row.choice('productForm', 'productForm') ?? before?.productForm ?? (at.keys.isbn13 ? 'paperback' : 'other-goods');
  const publicationDate = row.date('publicationDate') ?? before?.publicationDate ?? null;
  const vatRate = row.rate('vatRate') ?? before?.vatRate ?? (isBook(productForm) ? undefined : '20');
  const knownPrices = at.edition?.prices ?? [];
  const pricing = { prices: knownPrices, vatRate: vatRate ?? '5.5', publicationDate, today: run.today };
  const prices = readPrices(row, pricing);
  if (row.has('priceInclVat') && !row.isFaulty) notePrice(row, at.known, pricing.vatRate);
  const said = given({
    ...at.keys,
    title: titleOfEdition(row, at.work),
    availability:
      row.choice('availability', 'availability') ??
      (before ? undefined : usualAvailability(publicationDate, run.today)),
    pageCount: row.whole('pageCount'),
    widthMm: row.whole('widthMm') ?? size?.widthMm,
    heightMm: row.whole('heightMm') ?? size?.heightMm,
    weightG: row.whole('weightG'),
    prices,
  });
  return checked(
    EditionInput,
    inputMembers({ ...before, ...said, productForm, publicationDate, vatRate }, editionMembers),
  );
}

const isBook = (form: string): boolean => (bookForms as readonly string[]).includes(form);

function notePrice(row: ImportRow, known: Known, vatRate: string): void {
  const price = row.amount('priceInclVat');
  if (price !== undefined) known.prices.push({ price, vatRate, row });
}

function warnOfPrices(prices: Known['prices']): void {
  if (!looksWithoutVat(prices)) return;
  prices[0]?.row.warn('priceInclVat', 'prices-look-without-vat');
}

/** What is published can be had, unless the file says otherwise. */
function usualAvailability(publicationDate: string | null, today: string): 'in-stock' | 'forthcoming' {
  return publicationDate !== null && publicationDate <= today ? 'in-stock' : 'forthcoming';
}

/** An edition has a title of its own only where it differs from its work's. */
function titleOfEdition(row: ImportRow, work: KnownWork | undefined): string | undefined {
  const title = row.text('title');
  return work && title && row.has('workReference') && foldText(title) !== foldText(work.record.title)
    ? title
    : undefined;
}

const workMembers = [
  'externalId',
  'title',
  'subtitle',
  'originalTitle',
  'language',
  'collectionId',
  'numberInCollection',
  'summary',
  'archived',
  'contributors',
];
const editionMembers = [
  'externalId',
  'productForm',
  'isbn13',
  'ean',
  'title',
  'publicationDate',
  'availability',
  'vatRate',
  'pageCount',
  'heightMm',
  'widthMm',
  'weightG',
  'archived',
  'prices',
];

/** Of a record and what a row adds to it, what the request knows. */
function inputMembers(members: object, names: readonly string[]): object {
  return given(Object.fromEntries(Object.entries(members).filter(([name]) => names.includes(name))));
}

function withoutNothing<T extends object>(members: T): Partial<T> {
  const says = (value: unknown): boolean =>
    value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(members).filter(([, value]) => says(value))) as Partial<T>;
}

function namedIn(rows: readonly ImportRow[]) {
  const all = (field: string): string[] => [...new Set(rows.map((row) => row.raw(field)).filter(Boolean))];
  const digits = [...all('isbn'), ...all('ean')].map((text) => numberIn(text));
  return {
    numbers: [...new Set(digits)],
    references: all('reference'),
    workReferences: all('workReference'),
    titles: all('title'),
  };
}

function numberIn(text: string): string {
  try {
    return parseIsbn(text);
  } catch {
    return text.replace(/\D/g, '');
  }
}
