/// <reference path="./untyped.d.ts" />
import { FACES, fontBytes } from '../fonts';
import PdfMakeDocument, { type EmbeddedFont } from 'pdfmake/js/PDFDocument';

const kept = new Map<string, EmbeddedFont>();
/** Documents after which the shared cache of set words begins anew, so that it cannot grow without end. */
const CACHE_LIFE = 500;
let documentsSinceFresh = 0;

const provideAnew = PdfMakeDocument.prototype.provideFont;

/**
 * pdfmake parses each font anew for each document, which is most of the time of a short one. From here on a face is
 * parsed once a process: fontkit reads its tables lazily and never changes them, and each document keeps a subset and
 * glyph widths of its own. Words once set (glyphs and advances, which depend on the face alone) are kept too: the papers
 * of a house say the same words again and again. Only the names of our own faces come here, never a font that somebody sends.
 */
export function keepParsedFonts(): void {
  PdfMakeDocument.prototype.provideFont = provideKept;
  documentsSinceFresh += 1;
  if (documentsSinceFresh < CACHE_LIFE) return;
  documentsSinceFresh = 0;
  kept.forEach((font) => (font.layoutCache = Object.create(null) as object));
}

function provideKept(this: PdfMakeDocument, family: string, bold: boolean, italics: boolean): EmbeddedFont {
  const style = this.getFontType(bold, italics);
  registerFaces(this);
  const ofFamily = (this.fontCache[family] ??= {});
  const known = ofFamily[style];
  if (known) return known;
  const parsed = kept.get(`${family}/${style}`);
  const font = parsed ? embed(this, parsed) : provideAnew.call(this, family, bold, italics);
  if (!parsed) {
    nameGlyphs(font.font);
    kept.set(`${family}/${style}`, font);
  }
  ofFamily[style] = font;
  return font;
}

/**
 * A glyph remembers the character for which it was first asked, and a document writes that into the text that readers
 * copy and search. Asked for as the body of « É » first, « E » would be no character for the rest of the process: so each
 * is asked for by its own character before any document.
 */
function nameGlyphs(font: EmbeddedFont['font']): void {
  // One glyph may stand for several: « ’ » is what we write, not the modifier letter that looks like it.
  const isOurs = (point: number): boolean => point < 0x2b0 || (point >= 0x2000 && point < 0x2070);
  const points = [...font.characterSet.filter(isOurs), ...font.characterSet];
  for (const point of points) font.glyphForCodePoint(point);
}

/** Drawings ask for a face by the name of its file, which must not be looked for on the disk. */
function registerFaces(document: PdfMakeDocument): void {
  if (Object.keys(document.fontCache).length > 0) return;
  FACES.forEach((face) => document.registerFont(face, fontBytes(face)));
}

/** A font of this document on an already parsed file, registered as pdfkit does, so that `end()` writes it. */
function embed(document: PdfMakeDocument, parsed: EmbeddedFont): EmbeddedFont {
  document._fontCount += 1;
  const Embedded = parsed.constructor as new (document: PdfMakeDocument, font: unknown, id: string) => EmbeddedFont;
  const font = new Embedded(document, parsed.font, `F${document._fontCount}`);
  font.layoutCache = parsed.layoutCache;
  document._fontFamilies[font.name] = font;
  return font;
}
