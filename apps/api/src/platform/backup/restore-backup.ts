import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Readable } from 'node:stream';

import { migrations } from '@colophon/migrations';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { extract } from 'tar-stream';

import { migrate } from '../database/migrate';
import { BackupError, type Manifest } from './manifest';
import { copyIn, copyOut, tables } from './tables';
import { Digest } from './write-backup';

export interface RestoreRequest {
  readonly databaseUrl: string;
  readonly file: string;
  /** Reads everything back and compares it, table by table, with what the backup says of itself. */
  readonly verify: boolean;
}

/**
 * Fills an empty database from a backup, in one transaction: all of it or nothing. An older backup is loaded in the shape
 * it was made in, then brought to today's.
 * @throws BackupError where the file is not a whole backup, the database is not empty, or the verification fails
 */
export async function restoreBackup(request: RestoreRequest): Promise<Manifest> {
  const manifest = await readManifest(request.file);
  await refuseInhabited(request.databaseUrl);
  await migrate(request.databaseUrl, shapeOf(manifest));
  const client = new Client({ connectionString: request.databaseUrl, application_name: 'colophon-restore' });
  await client.connect();
  try {
    await client.query('BEGIN');
    await load(client, request.file, manifest);
    if (request.verify) await verify(client, manifest);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
  await migrate(request.databaseUrl);
  await holdMails(request.databaseUrl);
  return manifest;
}

/** A mail that waited when the backup was made may have left since: a person decides, the restored house sends none again. */
async function holdMails(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'colophon-restore' });
  await client.connect();
  try {
    await client.query(
      `UPDATE mail_message SET status = 'uncertain', last_error = '{"code":"mail-outcome-unknown-restored"}'
       WHERE status IN ('queued', 'sending')`,
    );
  } finally {
    await client.end();
  }
}

/** The migrations up to the backup's. @throws BackupError for a backup of a newer Colophon. */
function shapeOf(manifest: Manifest): typeof migrations {
  const last = migrations.findIndex((migration) => migration.name === manifest.migration);
  if (last < 0)
    throw new BackupError(
      `This backup was made by a newer Colophon (${manifest.migration}): update Colophon, then restore it.`,
    );
  return migrations.slice(0, last + 1);
}

async function refuseInhabited(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT to_regclass('app_user') IS NOT NULL AS migrated`);
    if (!rows[0].migrated) return;
    const { rows: people } = await client.query(`SELECT 1 FROM app_user UNION ALL SELECT 1 FROM work LIMIT 1`);
    if (people.length > 0) {
      throw new BackupError(
        'This database already holds a house: restore into an empty one (COLOPHON_DATA_DIR=another-folder, or a new DATABASE_URL).',
      );
    }
  } finally {
    await client.end();
  }
}

/** @throws BackupError where the file is not a backup. */
export async function readManifest(file: string): Promise<Manifest> {
  let manifest: Manifest | undefined;
  await eachEntry(file, async (name, stream) => {
    if (name !== 'manifest.json') return void stream.resume();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    manifest = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Manifest;
  });
  if (manifest?.product !== 'colophon') throw new BackupError(`${file} is not a backup of Colophon.`);
  return manifest;
}

async function eachEntry(file: string, use: (name: string, stream: Readable) => Promise<void>): Promise<void> {
  const archive = extract();
  const fed = pipeline(createReadStream(file), createGunzip(), archive);
  fed.catch(() => undefined);
  try {
    for await (const entry of archive) {
      await use(entry.header.name, entry as unknown as Readable);
      entry.resume();
    }
    await fed;
  } catch (error) {
    if (error instanceof BackupError) throw error;
    const { code } = error as { code?: string };
    if (code === 'ENOENT') throw new BackupError(`${file} does not exist.`);
    if (code?.startsWith('Z_') || /tar|header|end of data/i.test((error as Error).message)) {
      throw new BackupError(`${file} is damaged or cut short: take another backup.`);
    }
    throw error;
  }
}

async function load(client: Client, file: string, manifest: Manifest): Promise<void> {
  const byName = new Map(manifest.tables.map((table) => [table.name, table]));
  const known = await tables(client);
  for (const { name } of known) await client.query(`ALTER TABLE "${name}" DISABLE TRIGGER USER`);
  for (const { name } of [...known].reverse()) await client.query(`DELETE FROM "${name}"`);
  await eachEntry(file, async (name, stream) => {
    const table = byName.get(name.replace(/^data\//, ''));
    if (!name.startsWith('data/') || !table) return void stream.resume();
    const digest = new Digest();
    await pipeline(stream, digest, client.query(copyFrom(copyIn(table))));
    if (digest.hex() !== table.sha256)
      throw new BackupError(`${file} is damaged: the rows of ${table.name} are not those that were saved.`);
  });
  for (const { name } of known) await client.query(`ALTER TABLE "${name}" ENABLE TRIGGER USER`);
  await setSequences(client, manifest);
}

async function setSequences(client: Client, manifest: Manifest): Promise<void> {
  for (const [name, value] of Object.entries(manifest.sequences))
    await client.query(`SELECT setval($1::regclass, $2::bigint)`, [name, value]);
  const { rows } = await client.query<{ table: string; column: string }>(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns WHERE table_schema = 'public' AND is_identity = 'YES'`,
  );
  for (const { table, column } of rows) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence($1, $2), greatest(1, (SELECT coalesce(max("${column}"), 0) FROM "${table}")), EXISTS (SELECT 1 FROM "${table}"))`,
      [`"${table}"`, column],
    );
  }
}

async function verify(client: Client, manifest: Manifest): Promise<void> {
  const saved = new Map(manifest.tables.map((table) => [table.name, table]));
  for (const table of await tables(client)) {
    const expected = saved.get(table.name);
    const digest = new Digest();
    digest.resume();
    await pipeline(client.query(copyTo(copyOut(table))) as Readable, digest);
    if (expected && digest.hex() !== expected.sha256) {
      throw new BackupError(
        `The verification failed: ${table.name} does not read back as it was saved. Nothing was restored.`,
      );
    }
  }
}
