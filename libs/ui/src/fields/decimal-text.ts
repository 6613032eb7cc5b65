/**
 * Amounts as people type them ("1 234,50", "1.234,50", "12.5", "1,234.50") and as the wire wants them ("1234.50").
 * Text to text: no float in between.
 */
export type DecimalReading = { readonly value: string } | { readonly error: 'number' | 'decimals' };

/** Reads typed text; empty text is the empty value. The last comma or point separates decimals, the others group. */
export function readDecimal(typed: string, decimals: number): DecimalReading {
  const text = typed.replaceAll(/[\s\u00a0\u202f€%]/g, '').replace(/^−/, '-');
  if (text === '') return { value: '' };
  if (!/^-?\d[\d.,]*$|^-?[.,]\d+$/.test(text)) return { error: 'number' };
  const cut = separator(text);
  const whole = (cut < 0 ? text : text.slice(0, cut)).replaceAll(/[.,]/g, '');
  const part = cut < 0 ? '' : text.slice(cut + 1);
  if (part.length > decimals) return { error: 'decimals' };
  const body = (whole === '' || whole === '-' ? `${whole}0` : whole).replace(/^(-?)0+(?=\d)/, '$1');
  return { value: part === '' ? body : `${body}.${part}` };
}

/** Where decimals begin: the last separator, unless the same one occurs twice (then all of them group thousands). */
function separator(text: string): number {
  const at = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  if (at < 0) return at;
  return text.indexOf(text.charAt(at)) === at ? at : -1;
}

/** "1234.5" → "1 234,50" (fr) or "1,234.50" (en), keeping at least `least` decimals. */
export function writeDecimal(value: string, tag: string, least = 0): string {
  if (value === '') return '';
  const [whole = '0', part = ''] = value.split('.');
  const decimals = Math.max(part.length, least);
  const format = new Intl.NumberFormat(tag, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return format.format(`${whole}${part ? `.${part}` : ''}` as `${number}`).replaceAll('\u00a0', '\u202f');
}
