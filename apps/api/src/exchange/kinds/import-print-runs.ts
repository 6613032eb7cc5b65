import { isDigital, type ProductForm } from '@colophon/domain/catalogue';
import { readDecimal } from '@colophon/domain/exchange';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import {
  createAcceptedRuns,
  PrintRunAcceptance,
  PrintRunPlan,
  PrintRunRecord,
  type AcceptedRun,
} from '../../print-runs';
import { moveStock } from '../../stock';
import { checked, given, tryRow, tryTogether, type Change, type ImportRun, type KindImporter } from '../run/import-run';
import type { ImportRow, Pointers } from '../run/import-row';
import { readYesNo } from '@colophon/domain/exchange';
import { KnownEditions, type NamedEdition } from './known-editions';

const pointers: Pointers = {
  '/externalId': 'reference',
  '/editionId': 'isbn',
  '/printerName': 'printer',
  '/orderedOn': 'orderedOn',
  '/acceptedOn': 'acceptedOn',
  '/quantityAccepted': 'quantityAccepted',
  '/unitCost': 'unitCost',
  '/paper': 'paper',
  '/label': 'label',
  '/notes': 'notes',
  '/retailPriceInclVat': 'priceInclVat',
};

interface RunRow {
  readonly row: ImportRow;
  readonly run: AcceptedRun & { readonly externalId: string };
}

/**
 * Print runs of the past, accepted already. A run that is known is never changed here: its figures are facts of royalty
 * statements, and are corrected on its page with a reason.
 */
@Injectable()
export class ImportPrintRuns implements KindImporter {
  async importRows(run: ImportRun, rows: readonly ImportRow[]): Promise<void> {
    const editions = await KnownEditions.read(run);
    const read: RunRow[] = [];
    for (const row of rows) {
      const found = await this.readRow(run, row, editions);
      if (found) read.push(found);
      else await this.refuse(run, row);
    }
    const known = await knownRuns(run, read);
    const fresh: RunRow[] = [];
    for (const each of read) {
      const current = known.find(each);
      if (!current) fresh.push(each);
      else await tryRow(run, each.row, pointers, () => Promise.resolve(compare(each, current)));
      known.add(each);
    }
    await this.write(run, fresh);
  }

  private async refuse(run: ImportRun, row: ImportRow): Promise<void> {
    row.table.counts.refused += 1;
    await run.advance();
  }

  private async readRow(run: ImportRun, row: ImportRow, editions: KnownEditions): Promise<RunRow | undefined> {
    const edition = editions.find(row);
    const acceptedOn = row.date('acceptedOn');
    const quantityAccepted = row.whole('quantityAccepted');
    row.required('acceptedOn');
    row.required('quantityAccepted');
    if (edition && isDigital(edition.productForm as ProductForm)) row.error('isbn', 'print-run-of-a-file');
    if (acceptedOn && acceptedOn > run.today) row.error('acceptedOn', 'print-run-date-in-future');
    const royaltiesAlreadyPaid = row.read('royaltiesAlreadyPaid', readYesNo);
    if (!row.has('royaltiesAlreadyPaid')) row.error('royaltiesAlreadyPaid', 'run-paid-unknown');
    const details = readDetails(row);
    if (!edition || !acceptedOn || quantityAccepted === undefined || royaltiesAlreadyPaid === undefined)
      return undefined;
    const acceptance = { acceptedOn, quantityAccepted, royaltiesAlreadyPaid };
    const externalId = row.text('reference') ?? referenceOf(row, edition, acceptedOn);
    try {
      await checked(PrintRunPlan, { editionId: edition.id, externalId, ...details });
      await checked(PrintRunAcceptance, { ...acceptance, version: 1 });
    } catch (error) {
      row.refuse(error, pointers);
    }
    const retailPriceInclVat = row.amount('priceInclVat');
    if (row.isFaulty) return undefined;
    return { row, run: { editionId: edition.id, externalId, ...details, ...acceptance, retailPriceInclVat } };
  }

  /** All at once where nothing refuses them, else one by one so that each fault is told at its row. */
  private async write(run: ImportRun, fresh: readonly RunRow[]): Promise<void> {
    const refused = await tryTogether(run.tx, () => this.create(run, fresh));
    for (const { row } of refused ? [] : fresh) {
      row.table.counts.created += 1;
      await run.advance();
    }
    for (const each of refused ? fresh : []) {
      await tryRow(run, each.row, pointers, async () => {
        await this.create(run, [each]);
        return 'created';
      });
    }
  }

  private async create(run: ImportRun, rows: readonly RunRow[]): Promise<void> {
    const records = await createAcceptedRuns(
      run.tx,
      rows.map((each) => each.run),
    );
    const arrived = records.filter((record) => (record.quantityAccepted ?? 0) > 0);
    await moveStock(
      run.tx,
      arrived.map((record) => ({
        editionId: record.editionId,
        kind: 'printed' as const,
        copies: record.quantityAccepted!,
        movedOn: record.acceptedOn!,
        printRunId: record.id,
      })),
    );
  }
}

function readDetails(row: ImportRow) {
  return given({
    printerName: row.text('printer'),
    unitCost: row.read('unitCost', readDecimal),
    paper: row.text('paper'),
    label: row.text('label'),
  });
}

/** A run without a reference is known by its edition and number, else by its edition and day. */
function referenceOf(row: ImportRow, edition: NamedEdition, acceptedOn: string): string {
  const name = edition.isbn13 ?? edition.ean ?? edition.externalId ?? String(edition.id);
  const number = row.whole('number');
  return number === undefined ? `${name}/${acceptedOn}` : `${name}#${number}`;
}

interface KnownRuns {
  find(each: RunRow): PrintRunRecord | RunRow | undefined;
  add(each: RunRow): void;
}

async function knownRuns(run: ImportRun, rows: readonly RunRow[]): Promise<KnownRuns> {
  const editionId = In([...new Set(rows.map((each) => each.run.editionId))]);
  const records = await run.tx.find(PrintRunRecord, { where: { editionId, status: 'accepted' } });
  const byReference = new Map<string, PrintRunRecord | RunRow>(
    records.flatMap((record) => (record.externalId ? [[record.externalId, record] as const] : [])),
  );
  const byDay = new Map(records.map((record) => [`${record.editionId}/${record.acceptedOn}`, record]));
  return {
    find: ({ run: { externalId, editionId, acceptedOn } }) =>
      byReference.get(externalId) ?? byDay.get(`${editionId}/${acceptedOn}`),
    add: (each) => void (byReference.has(each.run.externalId) || byReference.set(each.run.externalId, each)),
  };
}

/** The same run, or one whose figures differ: that is a correction, with a reason, and never an import. */
function compare({ row, run }: RunRow, current: PrintRunRecord | RunRow): Change | undefined {
  const other = 'row' in current ? current.run : current;
  const isSame =
    other.editionId === run.editionId &&
    other.acceptedOn === run.acceptedOn &&
    other.quantityAccepted === run.quantityAccepted &&
    other.royaltiesAlreadyPaid === run.royaltiesAlreadyPaid;
  if (!isSame && 'row' in current) {
    row.error(undefined, 'row-repeated', { row: current.row.number, file: current.row.table.fileName });
  } else if (!isSame) row.error('quantityAccepted', 'run-accepted-differs');
  return isSame ? 'unchanged' : undefined;
}
