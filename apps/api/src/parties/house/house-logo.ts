import type { Logo } from '@colophon/documents/house';

import type { Tx } from '../../platform/database/database';

/** The picture at the head of the house's papers, or null. */
export async function houseLogo(tx: Tx): Promise<Logo | null> {
  const [file] = await tx.query(
    `SELECT f.media_type AS "mediaType", f.bytes FROM house h JOIN stored_file f ON f.id = h.logo_file_id`,
  );
  if (!file) return null;
  const bytes = file.bytes as Buffer;
  if (file.mediaType === 'image/svg+xml') return { kind: 'svg', text: bytes.toString('utf8') };
  return { kind: file.mediaType === 'image/png' ? 'png' : 'jpeg', bytes };
}
