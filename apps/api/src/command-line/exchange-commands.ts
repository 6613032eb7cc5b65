import type { Command } from 'commander';

import { ExportEverything, ImportDirectory, type ImportedDirectory } from '../exchange';
import { RefusedFiles } from './refused-files';
import type { Output } from './output';
import { callerPath, withSession } from './session';

/** `import` and `export`. */
export function exchangeCommands(program: Command, output: Output): void {
  program
    .command('import')
    .description('Import the CSV and XLSX files of a folder: all of them, or nothing')
    .argument('<folder>')
    .option('--dry-run', 'check and report, write nothing')
    .action((folder: string, options: { dryRun?: boolean }, command: Command) =>
      withSession(command, 'exchange.import', async ({ app, actor }) => {
        const imported = await app.get(ImportDirectory).importDirectory(actor, callerPath(folder), {
          dryRun: options.dryRun ?? false,
          onProgress: (_step, done, total) => output.progress(done, total),
        });
        if (imported.import.errors > 0) throw new RefusedFiles(imported);
        output.done(summary(imported), imported);
      }),
    );
  program
    .command('export')
    .description('Write everything the house owns as CSV, a file a table')
    .requiredOption('--out <folder>')
    .action((options: { out: string }, command: Command) =>
      withSession(command, 'exchange.export', async ({ app, actor }) => {
        const folder = callerPath(options.out);
        const tables = await app.get(ExportEverything).intoFolder(actor, folder);
        const rows = tables.reduce((sum, table) => sum + table.rows, 0);
        output.done(`${rows} rows of ${tables.length} tables written into ${folder}.`, { folder, tables });
      }),
    );
}

function summary({ import: batch, issues }: ImportedDirectory): string {
  const lines = batch.tables.map(({ fileName, kind, rows, counts }) => {
    const { created, changed, unchanged } = counts;
    return `${fileName}: ${kind ?? '?'}, ${rows} rows (${created} new, ${changed} changed, ${unchanged} unchanged)`;
  });
  const state = batch.status === 'applied' ? 'Applied.' : 'Checked; nothing was written.';
  return [...lines, ...issues.map(describeIssue), state].join('\n');
}

/** File, row, column, value and reason of what the importer found, on one line. */
export function describeIssue(issue: ImportedDirectory['issues'][number]): string {
  const place = [issue.fileName, issue.row === null ? null : `row ${issue.row}`, issue.column]
    .filter(Boolean)
    .join(', ');
  const value = issue.value === null ? '' : ` “${issue.value}”`;
  return `${issue.severity} ${place}:${value} ${issue.reason}`;
}
