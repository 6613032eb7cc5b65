import type { Response } from 'express';

import type { StoredFile } from './stored-files';

/** A picture, kept by the browser until its address changes; an SVG opened by itself runs nothing. */
export function sendPicture(response: Response, file: StoredFile): void {
  response.set({
    'Cache-Control': 'private, max-age=31536000, immutable',
    'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox`,
    ETag: `"${file.sha256}"`,
  });
  response.type(file.mediaType).send(file.bytes);
}
