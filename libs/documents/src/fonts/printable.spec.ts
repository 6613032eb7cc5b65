import { missingCharacters, printableData, visibleData } from './printable-data';
import { coveredCodePoints, printableText, REPLACEMENT } from './printable';
import { FACES, fontBytes } from './font-files';

describe('the fonts', () => {
  it.each([
    ['French', 'Çà et là, l’œuvre naïve où Noël a dû goûter : « Æ, Ÿ, Œ » — 100 % à 12,50 €…'],
    ['Czech', 'Dvořák, Příliš žluťoučký kůň úpěl ďábelské ódy'],
    ['Polish', 'Wisława Szymborska, zażółć gęślą jaźń'],
    ['Turkish', 'Çiğdem Şahin, İpek Işık'],
    ['Romanian', 'Țepeneag, Șerban'],
    ['Vietnamese', 'Nguyễn Thị Hồng'],
    ['Greek', 'Ελένη Βακαλό'],
    ['Ukrainian', 'Їжакевич, Ґалаґан'],
    ['marks', '→ • − × ≤ ≥ ½ № † “a” ‘b’ – —'],
    ['spaces', 'a\u00a0b\u202fc\u2009d'],
  ])('print %s as it is', (_, text) => {
    expect(printableText(text)).toEqual({ text: text.normalize('NFC'), missing: [] });
  });

  it('have a glyph of the mark of replacement', () => {
    expect(coveredCodePoints().has(REPLACEMENT.codePointAt(0) ?? 0)).toBe(true);
  });

  it.each(FACES)('give %s every character that is said to be covered, and widths to the thin spaces', (face) => {
    const font = fontkit().create(fontBytes(face));
    const lacking = [...coveredCodePoints()].filter((codePoint) => !font.hasGlyphForCodePoint(codePoint));
    expect(lacking).toEqual([]);
    expect(font.glyphForCodePoint(0x202f).advanceWidth).toBe(200);
  });

  it('carry a name of their own, since the licence reserves the original one', () => {
    FACES.forEach((face) => expect(fontkit().create(fontBytes(face)).postscriptName).toMatch(/^Colofo/));
  });
});

describe('a text to print', () => {
  it('shows what the fonts lack as a mark and names it, once each', () => {
    expect(printableText('村上春樹 et 村')).toEqual({ text: '■■■■ et ■', missing: ['村', '上', '春', '樹'] });
  });

  it('counts a character outside the basic plane as one', () => {
    expect(printableText('livre 📚')).toEqual({ text: 'livre ■', missing: ['📚'] });
  });

  it('composes letters and their accents', () => {
    expect(printableText('e\u0301te\u0301').text).toBe('été');
  });

  it('maps spaces and hyphens without a glyph to plain ones', () => {
    expect(printableText('a\u2011b\u2003c\td').text).toBe('a-b\u00a0c d');
  });

  it('drops what cannot be seen', () => {
    expect(printableText('A\u200bB\u00adC\u0007D\ufeff\u202eE').text).toBe('ABCDE');
  });

  it('keeps a lone surrogate visible', () => {
    expect(printableText('a\ud800b').missing).toEqual(['\ufffd']);
  });
});

describe('data to print', () => {
  it('is mapped in every depth, bytes and numbers untouched', () => {
    const bytes = new Uint8Array([1, 2]);
    const source = { name: 'a\u200b', list: [{ title: '漢' }], count: 3, none: null, logo: { bytes } };
    const { data, missing } = printableData(source);
    expect(data).toEqual({ name: 'a', list: [{ title: '■' }], count: 3, none: null, logo: { bytes } });
    expect(data.logo.bytes).toBe(bytes);
    expect(missing).toEqual(['漢']);
    expect(missingCharacters(source)).toEqual(['漢']);
  });

  it('for a workbook keeps foreign characters, whose fonts are not ours', () => {
    expect(visibleData({ name: '漢\u0001' })).toEqual({ name: '漢' });
  });
});

interface TestedFont {
  readonly postscriptName: string;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { advanceWidth: number };
}

/** The reader that pdfmake uses, for which no types are published. */
function fontkit(): { create(bytes: Uint8Array): TestedFont } {
  return jest.requireActual('fontkit');
}
