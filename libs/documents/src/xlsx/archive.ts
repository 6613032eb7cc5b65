import { crc32, deflateRawSync } from 'node:zlib';

/** A file of the archive. Names are ASCII here: parts of a workbook. */
export interface ArchivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** 2.0: deflate. */
const VERSION = 20;
const DEFLATE = 8;
/** 1 January 1980, the first day that a ZIP knows: with no date of its own, equal data give equal bytes. */
const DATE = (1 << 5) | 1;

/** The files as one ZIP archive (APPNOTE 6.3), deflated, in their order, with neither dates nor owners. */
export function zipped(files: readonly ArchivedFile[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const file of files) {
    const packed = deflateRawSync(file.bytes);
    const facts = factsOf(file, packed);
    const name = Buffer.from(file.name, 'latin1');
    const local = Buffer.concat([fields(LOCAL_HEADER, 4), fields(VERSION, 2), facts, name, packed]);
    directory.push(entryOf(facts, name, offset));
    parts.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  return Buffer.concat([...parts, entries, endOf(files.length, entries.length, offset)]);
}

/** What the local header and the directory say alike, from the flags to the length of the extra field. */
function factsOf({ name, bytes }: ArchivedFile, packed: Uint8Array): Buffer {
  return Buffer.concat([
    fields(0, 2),
    fields(DEFLATE, 2),
    fields(0, 2),
    fields(DATE, 2),
    fields(crc32(bytes), 4),
    fields(packed.length, 4),
    fields(bytes.length, 4),
    fields(name.length, 2),
    fields(0, 2),
  ]);
}

/** No comment, first disk, no attributes. */
function entryOf(facts: Buffer, name: Buffer, offset: number): Buffer {
  const versions = [fields(DIRECTORY_ENTRY, 4), fields(VERSION, 2), fields(VERSION, 2)];
  return Buffer.concat([...versions, facts, Buffer.alloc(10), fields(offset, 4), name]);
}

function endOf(count: number, length: number, offset: number): Buffer {
  const counts = [fields(count, 2), fields(count, 2), fields(length, 4), fields(offset, 4), fields(0, 2)];
  return Buffer.concat([fields(END_OF_DIRECTORY, 4), Buffer.alloc(4), ...counts]);
}

function fields(value: number, width: 2 | 4): Buffer {
  const buffer = Buffer.alloc(width);
  if (width === 2) buffer.writeUInt16LE(value);
  else buffer.writeUInt32LE(value);
  return buffer;
}
