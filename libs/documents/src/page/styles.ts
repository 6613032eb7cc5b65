import type { Style, StyleDictionary } from 'pdfmake/interfaces';

import { INK, MUTED } from './palette';

/** A4 in points; the measure leaves a margin that a hole punch and a thumb can use. */
export const MARGINS: [number, number, number, number] = [57, 58, 57, 84];
export const PAGE_WIDTH = 595.28;
export const MEASURE = PAGE_WIDTH - MARGINS[0] - MARGINS[2];

/** A sum of two columns stands under the figures of the page, near enough to its labels for the eye to follow. */
export const SUM_MARGIN: [number, number, number, number] = [150, 2, 0, 6];

export const defaultStyle: Style = { font: 'Sans', fontSize: 9.2, lineHeight: 1.06, color: INK };

/** Five sizes, two weights; the serif is for titles, of works and of the document. */
export function styles(accent: string): StyleDictionary {
  return {
    title: { font: 'Serif', fontSize: 22, lineHeight: 1.05 },
    subtitle: { font: 'Serif', fontSize: 12.5, italics: true, color: accent },
    lead: { font: 'Serif', fontSize: 11.2, lineHeight: 1.14 },
    book: { font: 'Serif', fontSize: 15, lineHeight: 1.1 },
    chapter: { font: 'Serif', fontSize: 12, bold: true, color: accent },
    section: { fontSize: 9.2, bold: true },
    label: { fontSize: 7.4, bold: true, color: accent, characterSpacing: 0.7 },
    head: { fontSize: 7.8, color: MUTED },
    table: { fontSize: 8.8, lineHeight: 1 },
    small: { fontSize: 7.6, lineHeight: 1.02 },
    note: { fontSize: 8.2, color: MUTED, lineHeight: 1.06 },
    work: { font: 'Serif', fontSize: 9.2, italics: true },
  };
}
