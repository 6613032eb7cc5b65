/**
 * Which VAT an invoice of the house bears.
 *
 * What people get wrong: the public price contains the French VAT of the book even when the copy is exported; it is
 * taken out first, and then no VAT is added. A house in franchise has no VAT to take out.
 */
export const vatRegimes = ['domestic', 'franchise', 'intra-eu', 'export'] as const;
export type VatRegime = (typeof vatRegimes)[number];

/** French VAT applies, Monaco included. */
const DOMESTIC = new Set(['FR', 'MC']);
const OTHER_EU = new Set('AT BE BG CY CZ DE DK EE ES FI GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

/**
 * @param delivery.country ISO 3166-1 alpha-2 of where the books go; France where unknown.
 * A professional of the Union without a VAT number is invoiced with French VAT (CGI 262 ter I asks for the number);
 * a delivery to an overseas department is treated as an export (CGI 294).
 */
export function vatRegimeOf(delivery: {
  readonly vatLiable: boolean;
  readonly country: string | undefined;
  readonly vatNumber: string | null;
}): VatRegime {
  const { country = 'FR' } = delivery;
  if (!delivery.vatLiable) return 'franchise';
  if (DOMESTIC.has(country)) return 'domestic';
  if (OTHER_EU.has(country)) return delivery.vatNumber ? 'intra-eu' : 'domestic';
  return 'export';
}

/** The sentence that an invoice without VAT must bear (CGI ann. II 242 nonies A, I-12°). */
export const exemptionOf: Record<VatRegime, string | null> = {
  domestic: null,
  franchise: 'TVA non applicable, article 293 B du CGI',
  'intra-eu': 'Exonération de TVA, article 262 ter I du CGI',
  export: 'Exonération de TVA, article 262 I du CGI',
};
