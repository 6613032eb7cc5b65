/** The server API of pdfmake 0.3, for which no types are published (`@types/pdfmake` stops at 0.2). */
declare module 'pdfmake/js/PDFDocument' {
  import type { Readable } from 'node:stream';

  export interface EmbeddedFont {
    readonly name: string;
    /** What fontkit parsed. */
    readonly font: { readonly characterSet: readonly number[]; glyphForCodePoint(point: number): unknown };
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

declare module 'pdfmake/js/LayoutBuilder' {
  /** A node of the definition as it is placed. */
  export interface PlacedNode {
    readonly headlineLevel?: number;
    readonly pageBreak?: string;
    readonly _margin?: readonly number[] | null;
  }

  interface LayoutBuilder {
    readonly writer: {
      /** Above zero inside an unbreakable block, which is placed as a whole. */
      readonly transactionLevel: number;
      context(): { readonly availableHeight: number };
      moveToNextPage(): void;
    };
    processNode(node: PlacedNode, isVerticalAlignmentAllowed?: boolean): void;
  }

  const LayoutBuilder: { prototype: LayoutBuilder };
  export default LayoutBuilder;
}

declare module 'pdfmake/js/StyleContextStack' {
  interface StyleContextStack {
    push(styleNameOrOverride: unknown): void;
    pop(howMany?: number): void;
    getProperty(property: string): unknown;
  }

  const StyleContextStack: {
    prototype: StyleContextStack;
    getStyleProperty(
      item: Readonly<Record<string, unknown>>,
      stack: StyleContextStack | undefined,
      property: string,
      defaultValue: unknown,
    ): unknown;
  };
  export default StyleContextStack;
}
