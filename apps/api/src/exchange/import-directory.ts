import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

import { Injectable } from '@nestjs/common';

import { Database } from '../platform/database/database';
import type { Actor } from '../platform/sign-in/actor';
import { Tasks } from '../platform/tasks/tasks';
import { ApplyImport } from './apply-import';
import { CheckImport } from './check-import';
import type { ImportIssueResponse, ImportResponse } from './import-dto';
import { exchangeProblems } from './problems';
import { ReadImport } from './read-import';

export interface ImportedDirectory {
  readonly import: ImportResponse;
  readonly issues: readonly ImportIssueResponse[];
}

type Progress = (step: 'check' | 'apply', done: number, total: number | undefined) => void;

const endings = ['.csv', '.txt', '.tsv', '.xlsx'];

/** Imports the spreadsheets of a folder as the admin's page does, for the command line and the demo. */
@Injectable()
export class ImportDirectory {
  constructor(
    private readonly database: Database,
    private readonly checkImport: CheckImport,
    private readonly applyImport: ApplyImport,
    private readonly reading: ReadImport,
    private readonly tasks: Tasks,
  ) {}

  /**
   * Checks the folder's files, then applies them unless there is an error or only a dry run was asked for.
   * @throws import-without-file where the folder holds no CSV and no XLSX
   */
  async importDirectory(
    actor: Actor,
    folder: string,
    { dryRun = false, onProgress }: { readonly dryRun?: boolean; readonly onProgress?: Progress } = {},
  ): Promise<ImportedDirectory> {
    const { importId } = await this.checkImport.start(actor, await readFolder(folder));
    return this.finish(actor, importId, { dryRun, ...(onProgress ? { onProgress } : {}) });
  }

  /** Brings an import to its end from wherever it stands, also one that a crash has cut off. */
  async finish(
    actor: Actor,
    importId: number,
    { dryRun = false, onProgress }: { readonly dryRun?: boolean; readonly onProgress?: Progress } = {},
  ): Promise<ImportedDirectory> {
    for (;;) {
      const read = await this.reading.read(importId, actor.locale);
      const step = read.status === 'checking' ? 'check' : 'apply';
      const tell = (done: number, total: number | undefined): void => onProgress?.(step, done, total);
      if (read.status === 'ready' && !dryRun) await this.applyImport.start(actor, importId);
      else if (['checking', 'applying'].includes(read.status)) await this.run(read.taskId!, tell);
      else return { import: read, issues: await this.reading.allIssues(importId, actor.locale) };
    }
  }

  /** Here, or by the background worker of another process that was faster. */
  private async run(taskId: number, onProgress: (done: number, total: number | undefined) => void): Promise<void> {
    await this.tasks.run(taskId, onProgress);
    for (;;) {
      const [task] = await this.database.reader.query(`SELECT status, problem FROM background_task WHERE id = $1`, [
        taskId,
      ]);
      if (task.status === 'done') return;
      if (task.status === 'failed')
        throw exchangeProblems.create('import-task-failed', { reason: task.problem?.detail });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function readFolder(folder: string): Promise<{ fileName: string; bytes: Buffer }[]> {
  const names = (await readdir(folder)).filter(
    (name) => endings.includes(extname(name).toLowerCase()) && !name.startsWith('.'),
  );
  return Promise.all(
    names.sort().map(async (fileName) => ({ fileName, bytes: await readFile(join(folder, fileName)) })),
  );
}
