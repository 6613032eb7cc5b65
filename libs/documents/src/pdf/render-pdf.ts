/// <reference path="./untyped.d.ts" />
import type PdfMakeDocument from 'pdfmake/js/PDFDocument';
import Printer from 'pdfmake/js/Printer';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

import type { IsoInstant, Locale } from '../locale';
import { keepHeadings } from './kept-headings';
import { keepParsedFonts } from './parsed-fonts';
import { rememberStyles } from './remembered-styles';
import { fontDictionary, fontFileSystem, noDownload, noLocalFile } from './font-dictionary';
import { tableLayouts } from './table-layouts';

/** What a document says of itself, to readers and to archives (PDF/A-3b, ISO 19005-3). */
export interface PdfIdentity {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly locale: Locale;
  /** The only date in the file: the same definition and identity give the same bytes. */
  readonly createdAt: IsoInstant;
}

export type PdfContent = Pick<
  TDocumentDefinitions,
  'content' | 'images' | 'header' | 'footer' | 'styles' | 'defaultStyle' | 'pageMargins' | 'watermark'
>;

/**
 * Sets a definition as PDF/A-3b. Nothing is read but the definition and our fonts. Throws where `createdAt` is not an
 * instant, or where a picture cannot be read.
 */
export async function renderPdf(content: PdfContent, identity: PdfIdentity): Promise<Uint8Array> {
  keepParsedFonts();
  keepHeadings();
  rememberStyles();
  const printer = new Printer(fontDictionary(), fontFileSystem, noDownload, noLocalFile);
  const document = await printer.createPdfKitDocument(definition(content, identity), { tableLayouts });
  escapeMetadata(document);
  return read(document);
}

function definition(content: PdfContent, identity: PdfIdentity): TDocumentDefinitions {
  const creationDate = new Date(identity.createdAt);
  if (Number.isNaN(creationDate.getTime())) throw new Error(`createdAt is not an instant: ${identity.createdAt}`);
  const { title, author, subject } = identity;
  return {
    pageSize: 'A4',
    version: '1.7',
    // `tagged` stays off: it would claim a structure that is not there.
    subset: 'PDF/A-3b',
    language: identity.locale === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    info: { title, author, subject, creator: 'Colophon', producer: 'Colophon', creationDate, modDate: creationDate },
    ...content,
  } as TDocumentDefinitions;
}

/**
 * pdfkit copies titles into XML as they are, so that « Dupont & fils » would break it; and it leaves out the date of
 * change, which PDF/A wants to agree with the one in the document information.
 */
function escapeMetadata(document: PdfMakeDocument): void {
  const addInfo = document._addInfo.bind(document);
  document._addInfo = () => {
    const { info } = document;
    document.info = Object.fromEntries(Object.entries(info).map(([key, value]) => [key, escaped(value)]));
    addInfo();
    document.info = info;
    const modified = (info['ModDate'] as Date).toISOString().replace(/\.\d+/, '');
    document.appendXML(
      `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:ModifyDate>${modified}</xmp:ModifyDate></rdf:Description>`,
    );
  };
}

function escaped(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function read(document: PdfMakeDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('error', reject);
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.end();
  });
}
