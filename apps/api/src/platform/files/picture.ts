/** What a picture is by its content: the name and the type that a browser sends prove nothing. */
export type PictureKind = 'png' | 'jpeg' | 'svg';

export interface Picture {
  readonly mediaType: string;
  readonly extension: string;
}

const PICTURES: Record<PictureKind, Picture> = {
  png: { mediaType: 'image/png', extension: 'png' },
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg' },
  svg: { mediaType: 'image/svg+xml', extension: 'svg' },
};

/** @returns undefined for what is none of `kinds`, is cut short, or would run something when it is opened. */
export function readPicture(bytes: Uint8Array, kinds: readonly PictureKind[]): Picture | undefined {
  const content = Buffer.from(bytes);
  const tests: Record<PictureKind, (content: Buffer) => boolean> = { png: isPng, jpeg: isJpeg, svg: isHarmlessSvg };
  const kind = kinds.find((candidate) => tests[candidate](content));
  return kind && PICTURES[kind];
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PNG_END = Buffer.from('IEND', 'latin1');
/** Larger than any cover needs; a small file can hold a picture that fills the memory when it is drawn. */
const MAX_SIDE = 12_000;

function isPng(content: Buffer): boolean {
  if (!content.subarray(0, 8).equals(PNG_SIGNATURE) || content.length < 57) return false;
  if (content.toString('latin1', 12, 16) !== 'IHDR') return false;
  const sides = [content.readUInt32BE(16), content.readUInt32BE(20)];
  return sides.every((side) => side > 0 && side <= MAX_SIDE) && content.subarray(-12).includes(PNG_END);
}

function isJpeg(content: Buffer): boolean {
  if (content.length < 100 || content.readUInt16BE(0) !== 0xffd8) return false;
  if (content.lastIndexOf(Buffer.from([0xff, 0xd9])) < content.length - 1024) return false;
  let offset = 2;
  while (offset + 9 < content.length && content[offset] === 0xff) {
    const marker = content.readUInt8(offset + 1);
    if (isFrameStart(marker)) return sidesFit(content.readUInt16BE(offset + 5), content.readUInt16BE(offset + 7));
    offset += marker === 0xff ? 1 : 2 + content.readUInt16BE(offset + 2);
  }
  return false;
}

/** SOF0 to SOF15, but for the three codes among them that mean something else (ITU T.81, table B.1). */
function isFrameStart(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function sidesFit(height: number, width: number): boolean {
  return height > 0 && width > 0 && height <= MAX_SIDE && width <= MAX_SIDE;
}

const SVG_START = /^\s*(?:<\?xml\s[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/;
/** Scripts, handlers, entities, and whatever is fetched from elsewhere. */
const SVG_DANGERS =
  /<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|<\/?\w*:?(?:script|foreignObject|iframe|embed|object|handler|set|animate\w*)[\s>/]|[\s/"']on\w+\s*=|javascript:|@import|url\(\s*['"]?(?!#)|href\s*=\s*(?!["'](?:#|data:image\/(?:png|jpeg);))/i;

function isHarmlessSvg(content: Buffer): boolean {
  const text = content.toString('utf8').replace(/^\uFEFF/, '');
  if (text.includes('\uFFFD') || !SVG_START.test(text)) return false;
  return text.trimEnd().endsWith('</svg>') && !SVG_DANGERS.test(text);
}
