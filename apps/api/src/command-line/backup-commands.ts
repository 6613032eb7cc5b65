import type { Command } from 'commander';

import { NightlyBackup, keyFingerprint } from '../platform/backup/nightly-backup';
import { restoreBackup } from '../platform/backup/restore-backup';
import { readConfig } from '../platform/config/config';
import { Secrets } from '../platform/secrets/secrets';
import type { Output } from './output';
import { callerPath, withSession } from './session';

/** `backup` and `restore`. */
export function backupCommands(program: Command, output: Output): void {
  program
    .command('backup')
    .description(
      'Write everything the house owns, documents included, into one file; keep the key file apart (docs/backup.md)',
    )
    .argument('<file>', 'for instance colophon.tar.gz')
    .action((file: string, _options: object, command: Command) =>
      withSession(command, 'backup.manage', async ({ app }) => {
        const path = callerPath(file);
        const manifest = await app.get(NightlyBackup).backUp(path);
        const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
        output.done(`${rows} rows written into ${path}. Keep ${app.get(Secrets).keyPath} with it, in another place.`, {
          file: path,
          rows,
        });
      }),
    );
  program
    .command('restore')
    .description('Fill an empty database from a backup')
    .argument('<file>')
    .option('--verify', 'read everything back and compare it with the backup before keeping it')
    .action(async (file: string, options: { verify?: boolean }) => {
      const config = readConfig(process.env);
      const manifest = await restoreBackup({
        databaseUrl: config.databaseUrl,
        file: callerPath(file),
        verify: options.verify ?? false,
      });
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
      const needsKey =
        manifest.keyFingerprint !== null && manifest.keyFingerprint !== keyFingerprint(new Secrets(config).keyPath);
      const key = needsKey
        ? ` Put the key file of that house at ${new Secrets(config).keyPath}: without it bank details cannot be read.`
        : '';
      output.done(`${manifest.house}: ${rows} rows restored${options.verify ? ' and verified' : ''}.${key}`, {
        house: manifest.house,
        rows,
        verified: options.verify ?? false,
        needsKey,
      });
    });
}
