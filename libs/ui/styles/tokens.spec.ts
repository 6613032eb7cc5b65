import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function colour(name: string, scheme: 'light' | 'dark'): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`tokens.css has no colour --${name}`);
  return token[scheme];
}

const papers = ['paper', 'paper-raised', 'paper-sunk', 'paper-hover'];
const text = ['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-strong', 'due', 'late', 'done', 'blocked'];

describe.each(['light', 'dark'] as const)('the colours of the %s theme', (scheme) => {
  it.each(papers.flatMap((paper) => text.map((ink) => [ink, paper])))('let %s be read on %s (AA)', (ink, paper) => {
    expect(contrast(colour(ink, scheme), colour(paper, scheme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(papers)('let amounts in ink be read on %s (AAA)', (paper) => {
    expect(contrast(colour('ink', scheme), colour(paper, scheme))).toBeGreaterThanOrEqual(7);
  });

  it.each(['due', 'late', 'done', 'blocked'])('let a badge of meaning %s be read on its own ground', (meaning) => {
    expect(contrast(colour(meaning, scheme), colour(`${meaning}-soft`, scheme))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour('ink', scheme), colour(`${meaning}-soft`, scheme))).toBeGreaterThanOrEqual(7);
  });

  it.each([
    ['on-accent', 'accent'],
    ['on-accent', 'accent-strong'],
    ['ink', 'accent-soft'],
    ['ink-soft', 'accent-soft'],
    ['accent-strong', 'accent-soft'],
    ['paper-raised', 'late'],
    ['paper', 'ink'],
  ])('let %s be read on %s', (ink, paper) => {
    expect(contrast(colour(ink, scheme), colour(paper, scheme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(papers)('let the edge of a control be seen on %s (3:1)', (paper) => {
    expect(contrast(colour('control-edge', scheme), colour(paper, scheme))).toBeGreaterThanOrEqual(3);
  });
});
