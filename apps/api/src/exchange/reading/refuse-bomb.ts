import { inflateRawSync } from 'node:zlib';

import { exchangeProblems } from '../problems';

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;
const LARGEST_UNPACKED = 200 * 1024 * 1024;
/** The workbook is read cell by cell, merged ones too: one merge over a whole sheet is 17 billion. */
const MOST_MERGED_CELLS = 2_000_000;

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;

/**
 * A small file may unpack to gigabytes, or say that it does not and do so; and a short line in it may stand for billions
 * of cells. @throws file-unreadable
 */
export function refuseBomb(zip: Buffer): void {
  let unpacked = 0;
  let merged = 0;
  try {
    for (const entry of entriesOf(zip)) {
      unpacked += entry.size;
      if (unpacked > LARGEST_UNPACKED) throw exchangeProblems.create('file-unreadable');
      if (entry.size === 0) continue;
      const { method, packed, size } = entry;
      const content = method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: size }) : packed;
      if (/worksheets\/[^/]+\.xml$/.test(entry.name)) merged += mergedCells(content.toString('latin1'));
      if (merged > MOST_MERGED_CELLS) throw exchangeProblems.create('file-unreadable');
    }
  } catch {
    throw exchangeProblems.create('file-unreadable');
  }
}

interface Entry {
  readonly name: string;
  readonly method: number;
  /** Bytes unpacked, as it says of itself. */
  readonly size: number;
  readonly packed: Buffer;
}

/** From the directory at the end, as every reader of archives does. @throws RangeError where it is cut short */
function* entriesOf(zip: Buffer): Generator<Entry> {
  let end = zip.length - 22;
  while (end > 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let read = 0; read < count; read += 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new RangeError('The directory of the archive is damaged.');
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      size: zip.readUInt32LE(at + 24),
      packed: zip.subarray(start, start + zip.readUInt32LE(at + 20)),
    };
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

function mergedCells(sheet: string): number {
  let cells = 0;
  for (const [, left = '', top, right = '', bottom] of sheet.matchAll(MERGE)) {
    cells += (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1);
  }
  return cells;
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
