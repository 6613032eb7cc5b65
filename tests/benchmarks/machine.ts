import { availableParallelism, cpus, totalmem } from 'node:os';
import { Client } from 'pg';

/** What the figures were measured on, for whoever compares them with their own. */
export async function describeMachine(serverUrl: string): Promise<string> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version').finally(() => client.end());
  const memory = Math.floor(totalmem() / 2 ** 30);
  return [
    `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${memory} GiB of memory`,
    `Node ${process.versions.node}`,
    `PostgreSQL ${rows[0]?.server_version ?? ''} (embedded, fsync on, as it comes)`,
    `${process.platform} ${process.arch}`,
  ].join('; ');
}
