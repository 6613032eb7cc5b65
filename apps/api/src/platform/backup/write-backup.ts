import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { pack, type Pack } from 'tar-stream';

import { BackupError, type Manifest, type ManifestTable } from './manifest';
import { copyOut, tables, type Table } from './tables';

export interface BackupRequest {
  readonly databaseUrl: string;
  readonly file: string;
  readonly createdAt: Date;
  readonly keyFingerprint: string | null;
}

/**
 * Writes everything a house owns, documents included, as of one instant, into one file; the file appears under its
 * name only once it is whole. The key of the encrypted fields is not in it: it is kept apart (docs/backup.md).
 * @throws BackupError with the remedy, for a folder that cannot be written or a disk that is full
 */
export async function writeBackup(request: BackupRequest): Promise<Manifest> {
  const partial = `${request.file}.partial`;
  const client = new Client({ connectionString: request.databaseUrl, application_name: 'colophon-backup' });
  let workFolder: string | undefined;
  try {
    workFolder = await mkdtemp(join(dirname(request.file), '.backup-'));
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const manifest = await dumpAll(client, request, workFolder);
    await writeArchive({ file: partial, folder: workFolder, manifest });
    await rename(partial, request.file);
    return manifest;
  } catch (error) {
    await rm(partial, { force: true });
    throw explained(error, request.file);
  } finally {
    await client.end();
    if (workFolder) await rm(workFolder, { recursive: true, force: true });
  }
}

function explained(error: unknown, file: string): unknown {
  const { code } = error as { code?: string };
  if (code === 'ENOSPC')
    return new BackupError(`The disk is full: ${file} was not written. Free some space, then try again.`);
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EROFS')
    return new BackupError(`The folder of ${file} cannot be written: choose another one.`);
  return error;
}

async function dumpAll(client: Client, request: BackupRequest, folder: string): Promise<Manifest> {
  const dumped: ManifestTable[] = [];
  for (const table of await tables(client)) dumped.push(await dumpTable(client, table, join(folder, table.name)));
  const { rows: migrations } = await client.query<{ name: string }>(
    `SELECT name FROM schema_migration ORDER BY id DESC LIMIT 1`,
  );
  const { rows: houses } = await client.query<{ name: string }>(`SELECT legal_name AS name FROM house`);
  return {
    product: 'colophon',
    format: 1,
    createdAt: request.createdAt.toISOString(),
    house: houses[0]?.name ?? '',
    migration: migrations[0]?.name ?? '',
    keyFingerprint: request.keyFingerprint,
    tables: dumped,
    sequences: await freeSequences(client),
  };
}

async function dumpTable(client: Client, table: Table, file: string): Promise<ManifestTable> {
  const digest = new Digest();
  await pipeline(client.query(copyTo(copyOut(table))) as Readable, digest, createWriteStream(file, { mode: 0o600 }));
  return { name: table.name, columns: table.columns, rows: digest.lines, bytes: digest.bytes, sha256: digest.hex() };
}

/** Counts and hashes what passes. */
export class Digest extends Transform {
  private readonly hash: Hash = createHash('sha256');
  lines = 0;
  bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, data: Buffer) => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    for (const byte of chunk) if (byte === NEWLINE) this.lines += 1;
    done(null, chunk);
  }

  hex(): string {
    return this.hash.copy().digest('hex');
  }
}

const NEWLINE = 10;

/** Sequences that belong to no column: the order of entry of facts. */
async function freeSequences(client: Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `SELECT sequencename AS name, coalesce(last_value, start_value)::text AS value FROM pg_sequences s
     WHERE schemaname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = format('%I', s.sequencename)::regclass AND d.deptype = 'i')`,
  );
  return Object.fromEntries(
    rows.filter(({ name }) => !name.startsWith('schema_migration')).map(({ name, value }) => [name, value]),
  );
}

async function writeArchive({
  file,
  folder,
  manifest,
}: {
  file: string;
  folder: string;
  manifest: Manifest;
}): Promise<void> {
  const archive = pack();
  const written = pipeline(archive, createGzip({ level: 4 }), createWriteStream(file, { mode: 0o600 }));
  const filled = fill(archive, folder, manifest);
  await Promise.all([written, filled]);
}

async function fill(archive: Pack, folder: string, manifest: Manifest): Promise<void> {
  archive.entry({ name: 'manifest.json' }, JSON.stringify(manifest, null, 2));
  for (const { name } of manifest.tables) {
    const path = join(folder, name);
    const entry = archive.entry({ name: `data/${name}`, size: (await stat(path)).size });
    createReadStream(path).pipe(entry);
    await finished(entry);
  }
  archive.finalize();
}
