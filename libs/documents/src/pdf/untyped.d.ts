/** The server API of pdfmake 0.3, for which no types are published (`@types/pdfmake` stops at 0.2). */
declare module 'pdfmake/js/PDFDocument' {
  import type { Readable } from 'node:stream';

  export interface EmbeddedFont {
    readonly name: string;
    /** What fontkit parsed. */
    readonly font: unknown;
    /** Runs of glyphs by word. */
    layoutCache: object;
  }

  interface PdfMakeDocument extends Readable {
    info: Record<string, unknown>;
    fontCache: Record<string, Record<string, EmbeddedFont>>;
    _fontCount: number;
    _fontFamilies: Record<string, EmbeddedFont>;
    getFontType(bold: boolean, italics: boolean): string;
    registerFont(name: string, bytes: Uint8Array): void;
    provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
    /** Writes the document information into the XMP metadata, without escaping it. */
    _addInfo(): void;
    appendXML(xml: string): void;
    end(): void;
  }

  const PdfMakeDocument: { prototype: PdfMakeDocument };
  export default PdfMakeDocument;
}

declare module 'pdfmake/js/Printer' {
  import type { TDocumentDefinitions } from 'pdfmake/interfaces';
  import type PdfMakeDocument from 'pdfmake/js/PDFDocument';

  export interface PrinterOptions {
    readonly tableLayouts?: Record<string, unknown>;
  }

  export default class Printer {
    constructor(fonts: unknown, virtualfs: unknown, urlResolver: unknown, localAccessPolicy: (path: string) => boolean);
    createPdfKitDocument(definition: TDocumentDefinitions, options?: PrinterOptions): Promise<PdfMakeDocument>;
  }
}
