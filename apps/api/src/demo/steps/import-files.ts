import { ImportDirectory } from '../../exchange';
import { Database } from '../../platform/database/database';
import { DEMO_FOLDER } from '../demo-house';
import type { DemoStep } from './step';

/** The house's files, through the importer: what it refuses would be a fault of ours, and stops the start. */
export const importFiles: DemoStep = async ({ app, actor, say }) => {
  const importing = app.get(ImportDirectory);
  const [begun] = await app.get(Database).reader.query('SELECT id, status FROM import_batch ORDER BY id LIMIT 1');
  if (begun?.status === 'applied') return;
  say('Les fichiers de la maison : contributeurs, titres, contrats, tirages, points de vente…');
  const { import: batch, issues } = begun
    ? await importing.finish(actor, begun.id)
    : await importing.importDirectory(actor, DEMO_FOLDER);
  if (batch.status === 'applied') return;
  const errors = issues.filter(({ severity }) => severity === 'error').slice(0, 10);
  const lines = errors.map(
    ({ fileName, row, column, value, reason }) => `${fileName}, ${row}, ${column} (${value}): ${reason}`,
  );
  throw new Error(`The demonstration's own files were refused:\n${lines.join('\n')}`);
};
