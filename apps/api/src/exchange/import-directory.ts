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
    const started = await this.checkImport.start(actor, await readFolder(folder));
    await this.run(started.taskId, (done, total) => onProgress?.('check', done, total));
    const checked = await this.reading.read(started.importId, actor.locale);
    if (checked.status === 'ready' && !dryRun) {
      const { taskId } = await this.applyImport.start(actor, started.importId);
      await this.run(taskId, (done, total) => onProgress?.('apply', done, total));
    }
    const read = await this.reading.read(started.importId, actor.locale);
    return { import: read, issues: await this.reading.allIssues(started.importId, actor.locale) };
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
