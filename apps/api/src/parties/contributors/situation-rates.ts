import type { Tx } from '../../platform/database/database';
import type { TaxProfile } from './tax-profile-dto';

/**
 * The rate in percent that a profile of who lives abroad has when none is given: the treaty's of the country, or the
 * general one, as they stand on its first day.
 * @returns undefined for residents, and where the accountant's tables know none
 */
export async function situationRates(
  tx: Tx,
  { situation, country, validFrom }: TaxProfile,
): Promise<string | undefined> {
  if (situation === 'treaty') {
    const [treaty] = await tx.query(
      `SELECT trim_scale(rate)::text AS rate FROM treaty_rate WHERE country = $1 AND valid_from <= $2 ORDER BY valid_from DESC LIMIT 1`,
      [country, validFrom],
    );
    return treaty?.rate as string | undefined;
  }
  if (situation !== 'abroad') return undefined;
  const [general] = await tx.query(
    `SELECT trim_scale(withholding_tax_rate)::text AS rate FROM withholding_rate WHERE valid_from <= $1 ORDER BY valid_from DESC LIMIT 1`,
    [validFrom],
  );
  return general?.rate as string | undefined;
}
