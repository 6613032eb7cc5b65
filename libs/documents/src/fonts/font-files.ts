import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside `src` and `dist` alike, so that the same path serves the tests and the built library. */
const FOLDER = join(__dirname, '..', '..', 'fonts');

/** Every face a document may use, by file name without its ending. */
export const FACES = [
  'serif-regular',
  'serif-italic',
  'serif-semibold',
  'serif-semibold-italic',
  'sans-regular',
  'sans-italic',
  'sans-semibold',
  'sans-semibold-italic',
] as const;

export type Face = (typeof FACES)[number];

const cache = new Map<Face, Buffer>();

/** The bytes of a face, read once a process: and shared by every document. */
export function fontBytes(face: Face): Buffer {
  const known = cache.get(face);
  if (known) return known;
  const bytes = readFileSync(join(FOLDER, `${face}.ttf`));
  cache.set(face, bytes);
  return bytes;
}

/** Inclusive ranges of the code points that every face has, as the build of the fonts found them. */
export function coverage(): readonly (readonly [number, number])[] {
  return JSON.parse(readFileSync(join(FOLDER, 'coverage.json'), 'utf8')) as [number, number][];
}
