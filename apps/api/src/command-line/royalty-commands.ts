import type { Command } from 'commander';

import { Database } from '../platform/database/database';
import { Tasks } from '../platform/tasks/tasks';
import { CloseClosing, DraftClosing, ReadClosings } from '../royalties';
import { checkDto } from './check-dto';
import { ClosingInput } from '../royalties';
import type { Output } from './output';
import { withSession, type CommandSession } from './session';

/** `close`: a period, or one accepted print run. */
export function royaltyCommands(program: Command, output: Output): void {
  program
    .command('close')
    .description('Compute and close the royalties of a period, or of one accepted print run, and make the statements')
    .option('--from <date>', 'first day of the period, YYYY-MM-DD')
    .option('--to <date>', 'last day of the period, YYYY-MM-DD')
    .option('--print-run <id>', 'close this accepted print run instead of a period')
    .requiredOption('--payment-date <date>', 'when it is planned to pay: decides the rates of the withholding')
    .option('--dry-run', 'compute and show, then drop the draft')
    .action((options: CloseOptions, command: Command) =>
      withSession(command, 'royalties.close', (session) => close(session, options, output)),
    );
}

interface CloseOptions {
  readonly from?: string;
  readonly to?: string;
  readonly printRun?: string;
  readonly paymentDate: string;
  readonly dryRun?: boolean;
}

async function close({ app, actor }: CommandSession, options: CloseOptions, output: Output): Promise<void> {
  const input = await checkDto(ClosingInput, {
    paymentDate: options.paymentDate,
    ...(options.printRun === undefined
      ? { kind: 'period', periodFrom: options.from, periodTo: options.to }
      : { kind: 'print-run', printRunId: Number(options.printRun) }),
  });
  const id = await app.get(DraftClosing).create(actor, input);
  if (!options.dryRun) {
    await app.get(CloseClosing).close(actor, id);
    const [task] = await app
      .get(Database)
      .reader.query(
        `SELECT id FROM background_task WHERE kind = 'statement-documents' AND (params ->> 'closingId')::int = $1`,
        [id],
      );
    await app.get(Tasks).run(task.id, (done, total) => output.progress(done, total));
  }
  const closing = await app.get(ReadClosings).one(actor, id);
  if (options.dryRun) await app.get(DraftClosing).drop(actor, id);
  const { statements, gross, net } = closing.totals;
  const what = options.dryRun ? 'would be issued' : 'issued';
  output.done(`${statements} statements ${what}: gross ${gross} €, net ${net} €.`, closing);
}
