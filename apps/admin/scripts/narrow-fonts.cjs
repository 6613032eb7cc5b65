/**
 * A step of the build: the two Latin faces that every page loads keep the weights that the pages use, which takes a
 * third off them. The families come with weights from 200 to 900; a browser draws a weight outside with the nearest.
 */
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const subsetFont = require('subset-font');

const FOLDER = path.join(__dirname, '../dist/browser');
const WEIGHTS = { min: 400, max: 600 };
const LATIN_FACE =
  /@font-face\{[^}]*url\(["']?\.?\/?(media\/[\w-]+-latin-wght-normal-[\w-]+\.woff2)[^}]*unicode-range:([^;}]+)/g;

async function narrow() {
  const styles = fs.readdirSync(FOLDER).find((name) => /^styles-.*\.css$/.test(name));
  const faces = [...fs.readFileSync(path.join(FOLDER, styles), 'utf8').matchAll(LATIN_FACE)];
  if (faces.length === 0) throw new Error('The styles name no Latin face: narrow-fonts.cjs must follow the build.');
  for (const [, file, ranges] of faces) await narrowFace(path.join(FOLDER, file), charactersOf(ranges));
}

async function narrowFace(file, characters) {
  const options = { targetFormat: 'woff2', variationAxes: { wght: WEIGHTS } };
  fs.writeFileSync(file, await subsetFont(fs.readFileSync(file), characters, options));
}

/** `U+0-ff,U+131` as the characters that it means. */
function charactersOf(ranges) {
  const codes = ranges.split(',').flatMap((range) => {
    const [first, last = first] = range
      .trim()
      .slice(2)
      .split('-')
      .map((code) => parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return String.fromCodePoint(...codes);
}

narrow().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
