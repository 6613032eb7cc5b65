import { addDays } from '@colophon/domain/calendar';
import { Money, Rate } from '@colophon/domain/money';
import type { WithholdingRates } from '@colophon/domain/withholding';

import type { Tx } from '../../platform/database/database';

const ABATED_CEILINGS = 4;

interface RateRow {
  readonly from: string;
  readonly to: string;
  readonly rates: Readonly<Record<string, string>>;
}

/** The accountant's table. An advance paid before it begins was withheld by another system: nothing is, here. */
export async function loadRates(tx: Tx): Promise<WithholdingRates[]> {
  const rows: Record<string, string>[] = await tx.query(`SELECT * FROM withholding_rate ORDER BY valid_from`);
  const known = rows.map((row) => rates({ from: row['valid_from'] ?? '', to: row['valid_to'] ?? '', rates: row }));
  const first = known[0];
  return first ? [beforeTheTable(first.from), ...known] : known;
}

function rates({ from, to, rates: row }: RateRow): WithholdingRates {
  const rate = (name: string) => Rate.parse(row[name] ?? '0');
  return {
    from,
    to,
    yearlyCeiling: Money.parse(row['yearly_ceiling'] ?? '0'),
    abatedPart: rate('social_base_rate'),
    abatedCeilings: ABATED_CEILINGS,
    csg: rate('csg_rate'),
    crds: rate('crds_rate'),
    pension: rate('pension_rate'),
    training: rate('training_rate'),
    pensionRelief: rate('pension_relief_rate'),
    uncappedPensionRelief: rate('uncapped_pension_relief_rate'),
    vat: rate('vat_rate'),
    vatFlatPart: rate('vat_kept_rate'),
    overseas: { vat: rate('overseas_vat_rate'), vatFlatPart: rate('overseas_vat_kept_rate') },
    withholdingTax: rate('withholding_tax_rate'),
    payerContribution: rate('payer_rate'),
    payerTraining: rate('payer_training_rate'),
  };
}

function beforeTheTable(firstDay: string): WithholdingRates {
  return rates({ from: '1900-01-01', to: addDays(firstDay, -1), rates: {} });
}
