import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface ReadPdf {
  /** Text of each page, every run of spaces (thin ones too) made one plain space. */
  readonly pages: readonly string[];
  /** All pages, one after another. */
  readonly text: string;
  readonly info: Readonly<Record<string, unknown>>;
  /** The XMP packet as it stands in the file. */
  readonly metadata: string;
}

/** Reads a rendered document back, in a process of its own (pdf.js is an ES module). */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const script = join(__dirname, '..', '..', 'scripts', 'read-pdf.mjs');
  const output = execFileSync(process.execPath, [script], { input: bytes, maxBuffer: 64 * 1024 * 1024 });
  const read = JSON.parse(output.toString('utf8')) as Omit<ReadPdf, 'text'>;
  const pages = read.pages.map((page) => page.replace(/\s+/g, ' '));
  return { ...read, pages, text: pages.join(' ') };
}
