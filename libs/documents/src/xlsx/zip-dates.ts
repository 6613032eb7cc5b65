const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;

/** 1 January 1980, midnight: the first instant that a ZIP knows. */
const TIME = 0;
const DATE = (1 << 5) | 1;

/**
 * A copy of a ZIP archive with the dates of its entries fixed: exceljs stamps each with the time of writing, and equal
 * data would give unequal files (APPNOTE 4.4.6; dates are in the local header and again in the central directory).
 */
export function withFixedDates(archive: Uint8Array): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  const end = endOfDirectory(view);
  let entry = view.getUint32(end + 16, true);
  for (let index = 0; index < view.getUint16(end + 10, true); index += 1) {
    if (view.getUint32(entry, true) !== DIRECTORY_ENTRY) throw new Error('The archive has a broken directory.');
    stamp(view, entry + 12);
    stamp(view, view.getUint32(entry + 42, true) + 10);
    entry +=
      ENTRY_LENGTH +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true);
  }
  return bytes;
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - END_LENGTH; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new Error('The archive has no directory.');
}

function stamp(view: DataView, at: number): void {
  view.setUint16(at, TIME, true);
  view.setUint16(at + 2, DATE, true);
}
