const CENTRAL_ENTRY = 0x02014b50;

/** Bytes that a zip says it holds, from its central directory: a small file may unpack to gigabytes. */
export function unpackedSize(zip: Buffer): number {
  let total = 0;
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0 && at + 46 <= zip.length;) {
    if (zip.readUInt32LE(at) !== CENTRAL_ENTRY) break;
    total += zip.readUInt32LE(at + 24);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return total;
}
