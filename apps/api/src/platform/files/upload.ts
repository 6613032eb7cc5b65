import type { ApiBodyOptions } from '@nestjs/swagger';

import { platformProblems } from '../problems/platform-problems';

/** What is read of an upload before its use case says what it takes. */
export const UPLOAD_LIMITS = { limits: { fileSize: 20 * 1024 * 1024, files: 1, fields: 5 } };

/** An upload of one file, as the part `file`. */
export const UPLOAD_SCHEMA: ApiBodyOptions = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};

/** A file as multer hands it over. */
export interface Upload {
  readonly buffer: Uint8Array;
}

/** @throws malformed-request where the part `file` is missing */
export function uploadedBytes(file: Upload | undefined): Uint8Array {
  if (!file) throw platformProblems.create('malformed-request', { reason: 'file' });
  return file.buffer;
}
