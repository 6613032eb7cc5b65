/** Ink on paper: warm neutrals that stay apart in black and white, and one accent, the house's. */
export const INK = '#1d1b18';
export const MUTED = '#5f5a52';
export const RULE = '#c9c4ba';
export const WASH = '#f5f2eb';

/** The product's own accent, a printer's blue-green. */
const BLUE_GREEN = '#0f5e63';

/** Luminance, of 0 to 255, above which text on white would fall under a contrast of about 4.5. */
const BRIGHTEST = 110;

/** The house's accent, darkened until small text in it reads on white; ours where the house has none or a wrong one. */
export function accentOf(colour: string | null | undefined): string {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '');
  if (!match) return BLUE_GREEN;
  const channels = match.slice(1).map((hex) => Number.parseInt(hex, 16));
  return `#${darkened(channels)
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;
}

function darkened(channels: readonly number[]): readonly number[] {
  const [red = 0, green = 0, blue = 0] = channels;
  const luminance = (red * 3 + green * 6 + blue) / 10;
  return luminance <= BRIGHTEST ? channels : darkened(channels.map((channel) => Math.trunc((channel * 9) / 10)));
}
