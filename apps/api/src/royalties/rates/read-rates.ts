import type { Tx } from '../../platform/database/database';
import { platformProblems } from '../../platform/problems/platform-problems';
import type { WithholdingRateResponse } from './rate-dto';

const SELECT = `SELECT r.id, r.version, r.valid_from AS "validFrom", r.valid_to AS "validTo", r.yearly_ceiling::text AS "yearlyCeiling",
  trim_scale(r.social_base_rate)::text AS "socialBaseRate", trim_scale(r.csg_rate)::text AS "csgRate", trim_scale(r.crds_rate)::text AS "crdsRate",
  trim_scale(r.pension_rate)::text AS "pensionRate", trim_scale(r.training_rate)::text AS "trainingRate", trim_scale(r.vat_rate)::text AS "vatRate",
  trim_scale(r.vat_kept_rate)::text AS "vatKeptRate", trim_scale(r.payer_rate)::text AS "payerRate",
  trim_scale(r.payer_training_rate)::text AS "payerTrainingRate",
  trim_scale(r.pension_relief_rate)::text AS "pensionReliefRate",
  trim_scale(r.uncapped_pension_relief_rate)::text AS "uncappedPensionReliefRate",
  trim_scale(r.overseas_vat_rate)::text AS "overseasVatRate", trim_scale(r.overseas_vat_kept_rate)::text AS "overseasVatKeptRate",
  trim_scale(r.withholding_tax_rate)::text AS "withholdingTaxRate", r.copied_from::text AS "copiedFrom", r.note,
  greatest(
    (SELECT max(k.payment_date) FROM closing k WHERE k.status = 'closed' AND k.payment_date BETWEEN r.valid_from AND r.valid_to),
    (SELECT max(y.executed_on) FROM royalty_payment y WHERE y.status = 'executed' AND y.executed_on BETWEEN r.valid_from AND r.valid_to)
  )::text AS "usedUntil"
  FROM withholding_rate r`;

/** The accountant's table, the latest rates first. */
export function readRates(tx: Tx): Promise<WithholdingRateResponse[]> {
  return tx.query(`${SELECT} ORDER BY r.valid_from DESC`);
}

/** @throws not-found */
export async function readRate(tx: Tx, id: number): Promise<WithholdingRateResponse> {
  const [rate] = await tx.query(`${SELECT} WHERE r.id = $1`, [id]);
  if (!rate) throw platformProblems.create('not-found');
  return rate as WithholdingRateResponse;
}
