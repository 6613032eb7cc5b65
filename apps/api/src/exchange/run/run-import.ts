import type { FileKind } from '@colophon/domain/exchange';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import type { Tx } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import type { ImportReport } from '../import-report';
import { ImportContracts } from '../kinds/import-contracts';
import { ImportContributors } from '../kinds/import-contributors';
import { ImportFigures } from '../kinds/import-figures';
import { ImportPointsOfSale } from '../kinds/import-points-of-sale';
import { ImportPrintRuns } from '../kinds/import-print-runs';
import { ImportTitles } from '../kinds/import-titles';
import type { ImportRun, KindImporter } from './import-run';
import { Issues, type Issue } from './issues';
import { recogniseFiles, type ImportedFile } from './recognise-files';

export interface ImportOutcome {
  readonly report: ImportReport;
  readonly issues: readonly Issue[];
}

type Progress = (done: number, total: number) => Promise<void>;

/** Told this often, not at every row. */
const ROWS_PER_PROGRESS = 200;

/**
 * Does an import within a transaction: the whole of it, through the use cases of the pages. A dry run is the same work,
 * rolled back by its caller, so that what it says is what would happen; what it refuses is told cell by cell.
 */
@Injectable()
export class RunImport {
  private readonly importers: Readonly<Record<FileKind, KindImporter>>;

  constructor(
    private readonly clock: Clock,
    contributors: ImportContributors,
    titles: ImportTitles,
    pointsOfSale: ImportPointsOfSale,
    contracts: ImportContracts,
    printRuns: ImportPrintRuns,
    figures: ImportFigures,
  ) {
    const others = { contracts, figures, 'points-of-sale': pointsOfSale, 'print-runs': printRuns };
    this.importers = { contributors, titles, ...others };
  }

  async runIn(tx: Tx, actor: Actor, files: readonly ImportedFile[], progress: Progress): Promise<ImportOutcome> {
    const issues = new Issues();
    const { tables, reports } = await recogniseFiles(files, actor, issues);
    const total = tables.reduce((sum, { rows }) => sum + rows.length, 0);
    const told = { issues, refusedKeys: new Set<string>(), advance: counter(total, progress) };
    const run: ImportRun = { tx, actor, today: this.clock.today(), ...told };
    for (const { table, rows } of tables) await this.importers[table.kind].importRows(run, rows);
    await progress(total, total);
    return { report: { tables: reports, errors: issues.errors, warnings: issues.warnings }, issues: issues.inOrder() };
  }
}

function counter(total: number, progress: Progress): ImportRun['advance'] {
  let done = 0;
  let told = 0;
  return async (rows = 1) => {
    done += rows;
    if (done - told < ROWS_PER_PROGRESS) return;
    told = done;
    await progress(done, total);
  };
}
