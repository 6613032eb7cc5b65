/**
 * Bytes of a text file to text, in whichever of the encodings that French houses have files in.
 *
 * What people get wrong: nothing in a file says whether its 0x8E is the é of an old Macintosh or the Ž of Windows. Both
 * readings are made, and the one that looks like French wins.
 */
import iconv from 'iconv-lite';

export const textEncodings = ['utf-8', 'utf-16', 'windows-1252', 'mac-roman'] as const;
export type TextEncoding = (typeof textEncodings)[number];

export interface DecodedText {
  readonly encoding: TextEncoding;
  readonly text: string;
}

export function decodeText(bytes: Buffer): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide) return { encoding: 'utf-16', text: iconv.decode(bytes, wide) };
  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined) return { encoding: 'utf-8', text: utf8 };
  const windows = iconv.decode(bytes, 'windows-1252');
  // The euro took the place of the currency sign in 1998; the library's table is older.
  const macintosh = iconv.decode(bytes, 'macintosh').replaceAll('¤', '€');
  return frenchness(macintosh) > frenchness(windows)
    ? { encoding: 'mac-roman', text: macintosh }
    : { encoding: 'windows-1252', text: windows };
}

/** By its mark, or by every second byte being zero. */
function wideEncoding(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 2000);
  const zeros = (parity: number): number => sample.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const many = sample.length / 4;
  if (zeros(1) > many) return 'utf-16le';
  return zeros(0) > many ? 'utf-16be' : undefined;
}

function strictUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** How much each letter that is not ASCII speaks for a reading; what is not here speaks against it. */
const weights = new Map<string, number>([
  ...letters('éèàç', 8),
  ...letters('êâîôûëïüùœ’', 4),
  ...letters('ÉÈÀÇÊŒ«»°–—…“”€\u00a0©®‘æÎÔ', 1),
  ...letters('ñáíóúöäß', 0),
]);

function letters(all: string, weight: number): [string, number][] {
  return [...all].map((letter) => [letter, weight]);
}

/** Enough of the file to decide, and not more. */
const SAMPLE = 200_000;

function frenchness(text: string): number {
  let score = 0;
  let before = '';
  for (const letter of text.slice(0, SAMPLE)) {
    if (letter > '\u007f') {
      const isOddCapital = letter !== letter.toLowerCase() && /[a-zéèêàç]/.test(before);
      score += isOddCapital ? -6 : (weights.get(letter) ?? -6);
    }
    before = letter;
  }
  return score;
}
