import type { Command } from 'commander';

import { WriteDocuments } from '../exchange';
import type { Output } from './output';
import { callerPath, withSession } from './session';

/** `documents`: every statement and invoice as files. */
export function documentsCommand(program: Command, output: Output): void {
  program
    .command('documents')
    .description(
      'Write every statement and invoice as PDF and XLSX, with a manifest.json of file, kind, number, total and sha256',
    )
    .requiredOption('--out <folder>', 'the folder to write into')
    .action((options: { out: string }, command: Command) =>
      withSession(command, 'royalties.read', async ({ app }) => {
        const folder = callerPath(options.out);
        const written = await app.get(WriteDocuments).writeAll(folder, (done, total) => output.progress(done, total));
        output.done(`${written.length} documents written into ${folder}.`, { folder, documents: written.length });
      }),
    );
}
