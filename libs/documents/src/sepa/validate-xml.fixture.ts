import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import type { PainVersion } from './transfer-file';

/** What the official schema says against each document; an empty list is a valid one. */
export function schemaErrors(version: PainVersion, documents: readonly string[]): string[][] {
  const script = join(__dirname, '..', '..', 'scripts', 'validate-xml.mjs');
  const input = JSON.stringify({ schema: join(__dirname, 'schemas', `${version}.xsd`), documents });
  const output = execFileSync(process.execPath, [script], { input, maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(output.toString('utf8')) as string[][];
}
