/**
 * Writes fonts/*.ttf: the two families of our papers, cut down to the characters that a French house prints.
 * Run by hand when the families or the character list change (`node libs/documents/scripts/subset-fonts.cjs`);
 * the result is committed, so that neither build nor run time needs the full fonts.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const fontkit = require('fontkit'); // comes with pdfmake
const subsetFont = require('subset-font');

/** First and last code point, inclusive. */
const RANGES = [
  [0x20, 0x7e], // Basic Latin
  [0xa0, 0x24f], // Latin-1 Supplement, Latin Extended A and B
  [0x2b0, 0x2ff], // modifier letters: ʼ ˇ ˘
  [0x300, 0x36f], // combining marks
  [0x384, 0x3ce], // Greek
  [0x400, 0x45f], // Cyrillic
  [0x490, 0x491], // Ukrainian Ґ ґ
  [0x1e00, 0x1eff], // Latin Extended Additional: Vietnamese, Welsh, ẞ
  [0x2000, 0x206f], // spaces, dashes, quotation marks, bullets
  [0x2070, 0x209f], // superscripts, subscripts
  [0x20a0, 0x20bf], // currencies
  [0x2113, 0x2122], // № ™
  [0x2150, 0x215e], // fractions
  [0x2190, 0x2193], // arrows
  [0x2200, 0x2265], // − × ∞ ≈ ≠ ≤ ≥
  [0x25a0, 0x25cf], // □ ● ◊
];
const FEATURES = ['kern', 'liga', 'ccmp', 'mark', 'lnum', 'tnum', 'onum', 'case'];
const FACES = [
  ['source-serif-4', '400Regular', 'SourceSerif4_400Regular', 'serif-regular'],
  ['source-serif-4', '400Regular_Italic', 'SourceSerif4_400Regular_Italic', 'serif-italic'],
  ['source-serif-4', '600SemiBold', 'SourceSerif4_600SemiBold', 'serif-semibold'],
  ['source-serif-4', '600SemiBold_Italic', 'SourceSerif4_600SemiBold_Italic', 'serif-semibold-italic'],
  ['source-sans-3', '400Regular', 'SourceSans3_400Regular', 'sans-regular'],
  ['source-sans-3', '400Regular_Italic', 'SourceSans3_400Regular_Italic', 'sans-italic'],
  ['source-sans-3', '600SemiBold', 'SourceSans3_600SemiBold', 'sans-semibold'],
  ['source-sans-3', '600SemiBold_Italic', 'SourceSans3_600SemiBold_Italic', 'sans-semibold-italic'],
];

const characters = RANGES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
).join('');

/** The sum of big-endian words that TrueType wants of each table and of the whole file. */
function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    sum = (sum + Buffer.concat([bytes.subarray(at, at + 4), Buffer.alloc(4)]).readUInt32BE(0)) >>> 0;
  }
  return sum;
}

/**
 * The OFL reserves the name « Source » to the unmodified fonts, and a subset is a modified one: it gets a name of its
 * own, of the same length so that no offset moves. The copyright notice (name 0) stays as it is.
 */
function renamed(font) {
  const name = tableEntry(font, 'name');
  const start = font.readUInt32BE(name + 8);
  for (let index = 0; index < font.readUInt16BE(start + 2); index += 1) {
    const record = start + 6 + 12 * index;
    if (font.readUInt16BE(record + 6) === 0) continue;
    const from = start + font.readUInt16BE(start + 4) + font.readUInt16BE(record + 10);
    const text = font.subarray(from, from + font.readUInt16BE(record + 8));
    for (const encoding of ['latin1', 'utf16le']) replaceAll(text, encoding);
  }
  font.writeUInt32BE(checksum(font.subarray(start, start + font.readUInt32BE(name + 12))), name + 4);
  const head = font.readUInt32BE(tableEntry(font, 'head') + 8);
  font.writeUInt32BE(0, head + 8);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, head + 8);
  return font;
}

/**
 * The narrow no-break space is an eighth of an em in these families, which is lost between figures at 9 points: a
 * fifth, as composers set it between thousands and before €.
 */
function widened(font) {
  const parsed = fontkit.create(font);
  const glyph = parsed.glyphForCodePoint(0x202f).id;
  if (glyph >= parsed.hhea.numberOfMetrics) throw new Error('U+202F has no advance of its own');
  const hmtx = tableEntry(font, 'hmtx');
  const start = font.readUInt32BE(hmtx + 8);
  font.writeUInt16BE(parsed.unitsPerEm / 5, start + 4 * glyph);
  font.writeUInt32BE(checksum(font.subarray(start, start + font.readUInt32BE(hmtx + 12))), hmtx + 4);
  return font;
}

function tableEntry(font, tag) {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  return tables.find((at) => font.toString('latin1', at, at + 4) === tag);
}

function replaceAll(text, encoding) {
  const encode = (word) => (encoding === 'latin1' ? Buffer.from(word, 'latin1') : Buffer.from(word, encoding).swap16());
  for (let at = text.indexOf(encode('Source')); at >= 0; at = text.indexOf(encode('Source'))) {
    encode('Colofo').copy(text, at);
  }
}

async function writeFace([family, folder, file, name]) {
  const source = readFileSync(require.resolve(`@expo-google-fonts/${family}/${folder}/${file}.ttf`));
  const options = { targetFormat: 'truetype', keepFeatures: FEATURES, noHinting: true };
  // fontkit reads ten bytes of a glyph even if it is empty (a space), and such a one may be the last thing in the file.
  const cut = Buffer.concat([
    await subsetFont(source, characters, { ...options, dropTables: ['STAT', 'DSIG'] }),
    Buffer.alloc(16),
  ]);
  const subset = renamed(widened(cut));
  writeFileSync(join(__dirname, '..', 'fonts', `${name}.ttf`), subset);
  console.log(`${name}.ttf  ${source.length} -> ${subset.length} bytes`);
  // The last segment of a cmap ends in 0xFFFF, which is no character.
  return new Set(fontkit.create(subset).characterSet.filter((codePoint) => codePoint < 0xffff));
}

/** Code points that every face has, as inclusive ranges. */
function rangesOf(sets) {
  const common = [...sets[0]].filter((codePoint) => sets.every((set) => set.has(codePoint))).sort((a, b) => a - b);
  const ranges = [];
  for (const codePoint of common) {
    const last = ranges.at(-1);
    if (last && last[1] === codePoint - 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  return ranges;
}

async function main() {
  const covered = [];
  for (const face of FACES) covered.push(await writeFace(face));
  writeFileSync(join(__dirname, '..', 'fonts', 'coverage.json'), `${JSON.stringify(rangesOf(covered))}\n`);
  for (const family of ['source-serif-4', 'source-sans-3']) {
    const folder = join(require.resolve(`@expo-google-fonts/${family}/package.json`), '..');
    writeFileSync(join(__dirname, '..', 'fonts', `OFL-${family}.txt`), readFileSync(join(folder, 'LICENSE_FONT')));
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
