/**
 * The publishing house as its papers show it: who issues the document, in what form, with which face.
 * Everything is text ready to print; checks of SIREN, SIRET and VAT number belong to the domain.
 */
export interface House {
  /** Trade name, as on the covers of its books. */
  readonly name: string;
  /** Registered name where it differs from the trade name. */
  readonly legalName?: string;
  /** « SARL », « SAS », « association loi 1901 » … (Code de commerce R123-238). */
  readonly legalForm?: string;
  /** Share capital in euros, as a decimal string. */
  readonly capital?: string;
  /** Postal address, one printed line an entry, at least one. */
  readonly address: readonly string[];
  /** Nine digits; grouped by the document. */
  readonly siren?: string;
  /** Fourteen digits; grouped by the document. */
  readonly siret?: string;
  /** Town of the trade register: « RCS Rennes ». */
  readonly rcsCity?: string;
  /** Intra-community VAT number. */
  readonly vatNumber?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly website?: string;
  readonly logo?: Logo | null;
  /** One accent, `#rrggbb`; the printer's blue-green of the product where absent. Darkened until it reads on white. */
  readonly accentColour?: string | null;
  /** Sentences of the house's own at the end of each document's legal foot. */
  readonly legalMentions?: readonly string[];
}

/** A picture in the head of the document. An SVG is checked: no script, no link to another file. */
export type Logo =
  { readonly kind: 'png' | 'jpeg'; readonly bytes: Uint8Array } | { readonly kind: 'svg'; readonly text: string };
