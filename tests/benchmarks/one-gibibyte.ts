import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { absolute, told, type Bench, type Figure } from './figure';
import { ended, freePort } from './house';

const ROOT = resolve(__dirname, '../..');
const GIBIBYTE = 2 ** 30;

/** A control group that may hold a gibibyte. */
interface Limit {
  readonly folder: string;
  readonly version: 1 | 2;
}

/**
 * `npm start` as it comes, embedded PostgreSQL included, in a control group of one gibibyte without swap: it loads the
 * demonstration and writes its documents. What counts is memory that cannot be given back; files that the kernel keeps
 * at hand fill whatever is left.
 */
export async function liveInOneGibibyte(bench: Bench): Promise<Figure[]> {
  const limit = makeLimit();
  if (!limit) return [told('whole product in 1 GiB', 'not measured: only root may set a limit')];
  const dataDir = mkdtempSync(join(bench.folder, 'limited-'));
  const port = await freePort();
  const child = spawn(
    'sh',
    ['-c', 'echo $$ > "$0/cgroup.procs" && exec "$1" scripts/start.cjs', limit.folder, process.execPath],
    {
      cwd: ROOT,
      env: { ...process.env, PORT: String(port), COLOPHON_DATA_DIR: dataDir, HOST: '127.0.0.1' },
      stdio: 'ignore',
    },
  );
  try {
    const isWritten = () => existsSync(join(dataDir, 'demo-documents', 'manifest.json'));
    const most = await highestUse(limit, { isOver: () => isWritten() || child.exitCode !== null });
    const { kills } = readLimit(limit);
    const done = isWritten()
      ? 'the demonstration loaded, its documents written'
      : 'ended before its documents were written';
    return [
      absolute('whole product in 1 GiB, highest use', { ours: most, unit: 'MiB', most: 1024 }),
      told('  with that limit', `${done}; ${kills} processes killed for want of memory`),
    ];
  } finally {
    if (child.exitCode === null) await ended(child);
    await removeLimit(limit);
  }
}

/** As root: version 2 of control groups where they rule memory, else version 1. */
function makeLimit(): Limit | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const name = `colophon-bench-${process.pid}`;
  try {
    if (existsSync('/sys/fs/cgroup/memory/memory.limit_in_bytes')) {
      const folder = join('/sys/fs/cgroup/memory', name);
      mkdirSync(folder);
      writeFileSync(join(folder, 'memory.limit_in_bytes'), String(GIBIBYTE));
      return { folder, version: 1 };
    }
    const folder = join('/sys/fs/cgroup', name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'memory.max'), String(GIBIBYTE));
    writeFileSync(join(folder, 'memory.swap.max'), '0');
    return { folder, version: 2 };
  } catch {
    return undefined;
  }
}

/** Looked at twice a second. @returns MiB */
async function highestUse(limit: Limit, { isOver }: { isOver: () => boolean }): Promise<number> {
  const patience = performance.now() + 300_000;
  let most = 0;
  while (!isOver() && performance.now() < patience) {
    most = Math.max(most, readLimit(limit).used);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return Math.round(most / 2 ** 20);
}

/** `used`: anonymous memory and shared buffers of the whole group, in bytes. */
function readLimit({ folder, version }: Limit): { used: number; kills: number } {
  const number = (file: string, name: string) => {
    const text = existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '';
    return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  };
  if (version === 2) {
    const used = number('memory.stat', 'anon') + number('memory.stat', 'shmem');
    return { used, kills: number('memory.events', 'oom_kill') };
  }
  const used = number('memory.stat', 'total_rss') + number('memory.stat', 'total_shmem');
  return { used, kills: number('memory.oom_control', 'oom_kill') };
}

/** A group can be removed once its last process has ended, which the launcher does not wait for to the end. */
async function removeLimit({ folder }: Limit): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    try {
      return rmdirSync(folder);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
