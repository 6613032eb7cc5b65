/**
 * What an edition is, who made it and whether it can be had, in our words and in ONIX's codes.
 *
 * What people get wrong: the codes of ONIX are lists that grow; ours is the part that French houses use, and a code
 * that is not here is refused rather than turned into a neighbour.
 */

/** Forms of an edition and their code in ONIX list 150. */
export const onixCodeOfForm = {
  paperback: 'BC',
  'mass-market-paperback': 'BC',
  hardback: 'BB',
  'board-book': 'BH',
  'spiral-bound': 'BE',
  leaflet: 'BF',
  'other-book': 'BZ',
  'e-book': 'EA',
  'audio-download': 'AJ',
  'audio-cd': 'AC',
  map: 'CB',
  calendar: 'PC',
  cards: 'PD',
  poster: 'PK',
  notebook: 'PR',
  game: 'ZE',
  'other-goods': 'ZZ',
} as const;

export type ProductForm = keyof typeof onixCodeOfForm;
export const productForms = Object.keys(onixCodeOfForm) as readonly ProductForm[];

/** Forms delivered as a file: no print run, no stock, their own part of the statement (CPI L132-17-3). */
export const digitalForms: readonly ProductForm[] = ['e-book', 'audio-download'];

/** Forms that carry an ISBN; the others carry an EAN. */
export const bookForms: readonly ProductForm[] = [
  'paperback',
  'mass-market-paperback',
  'hardback',
  'board-book',
  'spiral-bound',
  'leaflet',
  'other-book',
  'e-book',
  'audio-download',
  'audio-cd',
];

export function isDigital(form: ProductForm): boolean {
  return digitalForms.includes(form);
}

/** Roles of contributors and their code in ONIX list 17. */
export const onixCodeOfRole = {
  author: 'A01',
  'with-author': 'A02',
  'screenplay-author': 'A03',
  composer: 'A06',
  artist: 'A07',
  'created-by': 'A09',
  illustrator: 'A12',
  photographer: 'A13',
  'text-author': 'A14',
  'preface-author': 'A15',
  'prologue-author': 'A16',
  'afterword-author': 'A19',
  'notes-author': 'A20',
  'commentary-author': 'A21',
  'foreword-author': 'A23',
  'introduction-author': 'A24',
  draughtsman: 'A35',
  'cover-artist': 'A36',
  colourist: 'A40',
  'editor-of-volume': 'B01',
  reviser: 'B02',
  adapter: 'B05',
  translator: 'B06',
  'series-editor': 'B09',
  'editor-and-translator': 'B10',
  'managing-editor': 'B16',
  compiler: 'C01',
  narrator: 'E07',
} as const;

export type ContributorRole = keyof typeof onixCodeOfRole;
export const contributorRoles = Object.keys(onixCodeOfRole) as readonly ContributorRole[];

/** Whether an edition can be had, and the code in ONIX list 65. */
export const onixCodeOfAvailability = {
  cancelled: '01',
  forthcoming: '10',
  'in-stock': '21',
  'to-order': '22',
  'print-on-demand': '23',
  'temporarily-unavailable': '30',
  'out-of-stock': '31',
  reprinting: '32',
  'not-available': '40',
  replaced: '41',
  'other-format': '42',
  'out-of-print': '51',
  withdrawn: '46',
  recalled: '49',
} as const;

export type Availability = keyof typeof onixCodeOfAvailability;
export const availabilities = Object.keys(onixCodeOfAvailability) as readonly Availability[];
