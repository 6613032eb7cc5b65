import { Command, CommanderError } from 'commander';

import { BackupError } from '../platform/backup/manifest';
import { ConfigError } from '../platform/config/config';
import { asProblem, problemDocument } from '../platform/problems/problem-filter';
import { backupCommands } from './backup-commands';
import { documentsCommand } from './documents-command';
import { describeIssue, exchangeCommands } from './exchange-commands';
import { Output } from './output';
import { RefusedFiles } from './refused-files';
import { royaltyCommands } from './royalty-commands';
import { userCommands } from './user-commands';

/** 0: done; 1: refused, with the reason; 2: the command's words are off. */
const DONE = 0;
const REFUSED = 1;
const USAGE = 2;

/** The use cases without a browser. @returns the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const output = new Output(args.includes('--json'));
  const program = commandLine(output);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return DONE;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : USAGE;
    output.refused(refusal(error));
    return REFUSED;
  }
}

function commandLine(output: Output): Command {
  const program = new Command('colophon')
    .usage('<command> [options]   (npm run colophon -- <command> --help)')
    .description('Colophon without a browser. Paths are relative to the folder you call it from.')
    .option('--json', 'answer in JSON')
    .option('--as <email>', 'act as this person: their permissions, their name in the history')
    .exitOverride()
    .showHelpAfterError();
  for (const add of [exchangeCommands, royaltyCommands, documentsCommand, userCommands, backupCommands])
    add(program, output);
  for (const command of program.commands) command.exitOverride();
  return program;
}

function refusal(error: unknown): { code: string; detail: string; errors?: readonly object[] } {
  if (error instanceof BackupError || error instanceof ConfigError) return { code: 'refused', detail: error.message };
  if (error instanceof RefusedFiles) {
    const { import: batch, issues } = error.imported;
    const errors = issues.map((issue) => ({ ...issue, detail: describeIssue(issue) }));
    return { code: 'files-refused', detail: `${batch.errors} errors: nothing was written.`, errors };
  }
  const file = fileFault(error);
  if (file) return { code: 'refused', detail: file };
  const problem = asProblem(error);
  if (problem) {
    const { code, detail, errors } = problemDocument(problem, language());
    return { code, detail, ...(errors ? { errors } : {}) };
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return { code: 'unexpected', detail: 'Something unexpected happened; see above.' };
}

/** A folder or file as the person named it, which is not there or cannot be used. */
function fileFault(error: unknown): string | undefined {
  const { code, path } = error as { code?: string; path?: string };
  if (path === undefined) return undefined;
  if (code === 'ENOENT') return `${path} does not exist.`;
  if (code === 'ENOTDIR') return `${path} is not a folder.`;
  if (code === 'EACCES' || code === 'EROFS') return `${path} cannot be read or written: check who may use it.`;
  if (code === 'ENOSPC') return `The disk is full: free some space, then try again (${path}).`;
  return undefined;
}

/** French where the terminal is French. */
function language(): 'fr' | 'en' {
  return /^fr/i.test(process.env['LC_ALL'] || process.env['LANG'] || '') ? 'fr' : 'en';
}
