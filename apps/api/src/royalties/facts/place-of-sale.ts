/** Where copies were sold, as far as it is known: what was recorded with them, and the point of sale that was invoiced. */
export interface SoldThrough {
  readonly channel: string | null;
  readonly territory: string | null;
  readonly customerKind: string | null;
  /** ISO code; none where the address says none. */
  readonly customerCountry: string | null;
}

const HOME = 'FR';

/**
 * The channel and the country that a clause may ask about. What was recorded with the copies comes first; else the channel
 * is the kind of the point of sale, and the country that of its delivery address, France where the address says none.
 * Copies of which nothing is known have neither: only clauses for everything take them.
 */
export function placeOfSale(sold: SoldThrough): { readonly channel?: string; readonly territory?: string } {
  const channel = sold.channel ?? sold.customerKind;
  const territory = sold.territory ?? (sold.customerKind === null ? null : sold.customerCountry || HOME);
  return {
    ...(channel === null ? {} : { channel }),
    ...(territory === null ? {} : { territory: territory.toUpperCase() }),
  };
}
