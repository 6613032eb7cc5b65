import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { Clock } from '../clock/clock';
import { CONFIG, type Config } from '../config/config';
import { Secrets } from '../secrets/secrets';
import type { Manifest } from './manifest';
import { writeBackup } from './write-backup';

const KEPT = 14;
const HOUR_MS = 3_600_000;
/** A machine that runs for an hour a day has its backup too. */
const SOON_MS = 10 * 60 * 1000;
const NIGHTLY = /^colophon-\d{4}-\d{2}-\d{2}\.tar\.gz$/;

/** A backup a day in `backups/` of the data folder, the last fourteen kept; a machine that is off at night does it when it wakes. */
@Injectable()
export class NightlyBackup implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Backup');
  private timer: NodeJS.Timeout | undefined;
  private first: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.runTasks) return;
    this.timer = setInterval(() => this.look(), HOUR_MS);
    this.timer.unref();
    this.first = setTimeout(() => this.look(), SOON_MS);
    this.first.unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    clearTimeout(this.first);
    await this.running;
  }

  private look(): void {
    this.running = this.backUpIfDue().catch((error: Error) => this.log.error(error.message));
  }

  /** @returns the file written, or undefined where today's is there already. */
  async backUpIfDue(): Promise<string | undefined> {
    const folder = join(this.config.dataDir, 'backups');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `colophon-${this.clock.today()}.tar.gz`);
    if (existsSync(file)) return undefined;
    await this.backUp(file);
    await this.dropOld(folder);
    return file;
  }

  /** @throws BackupError */
  backUp(file: string): Promise<Manifest> {
    return writeBackup({
      databaseUrl: this.config.databaseUrl,
      file,
      createdAt: this.clock.now(),
      keyFingerprint: keyFingerprint(this.secrets.keyPath),
    });
  }

  private async dropOld(folder: string): Promise<void> {
    const names = (await readdir(folder)).filter((name) => NIGHTLY.test(name)).sort();
    for (const name of names.slice(0, -KEPT)) await rm(join(folder, name));
  }

  /** The newest backup there is, for the settings page. */
  async latest(): Promise<{ name: string; bytes: number } | undefined> {
    const folder = join(this.config.dataDir, 'backups');
    const names = existsSync(folder) ? (await readdir(folder)).filter((name) => NIGHTLY.test(name)).sort() : [];
    const name = names.at(-1);
    return name === undefined ? undefined : { name, bytes: (await stat(join(folder, name))).size };
  }
}

/** Tells which key a backup needs without holding any of it. */
export function keyFingerprint(path: string): string | null {
  if (!existsSync(path)) return null;
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12);
}
