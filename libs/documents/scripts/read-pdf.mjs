/**
 * Reads a PDF from standard input and prints its text as JSON, for the tests: `{ pages: string[], info, metadata }`.
 * A process of its own, because pdf.js is an ES module and looks for a browser.
 */
import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const data = new Uint8Array(await buffer(process.stdin));
const pdf = await getDocument({ data, useSystemFonts: false, verbosity: 0 }).promise;
const pages = [];
for (let number = 1; number <= pdf.numPages; number += 1) {
  const content = await (await pdf.getPage(number)).getTextContent();
  pages.push(content.items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join(''));
}
const { info, metadata } = await pdf.getMetadata();
process.stdout.write(JSON.stringify({ pages, info, metadata: metadata?.getRaw() ?? '' }));
