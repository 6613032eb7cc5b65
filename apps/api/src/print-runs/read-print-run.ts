import { printRunTransitions, type PrintRunStatus } from '@colophon/domain/print-runs';

import type { Tx } from '../platform/database/database';
import { platformProblems } from '../platform/problems/platform-problems';
import { stepsTo } from './steps';
import type { PrintRunResponse } from './print-run-dto';

/** A print run with what was frozen at its acceptance and how it was corrected since. */
export async function readPrintRun(tx: Tx, id: number): Promise<PrintRunResponse> {
  const [run]: Omit<PrintRunResponse, 'next'>[] = await tx.query(
    `SELECT r.id, r.version, r.external_id AS "externalId", r.number, r.status, r.printer_name AS "printerName",
       r.planned_on AS "plannedOn", r.ordered_on AS "orderedOn", r.delivered_on AS "deliveredOn", r.accepted_on AS "acceptedOn",
       r.quantity_planned AS "quantityPlanned", r.quantity_ordered AS "quantityOrdered",
       r.quantity_delivered AS "quantityDelivered", r.quantity_accepted AS "quantityAccepted", r.unit_cost::text AS "unitCost",
       r.paper, r.label, r.notes, r.royalties_already_paid AS "royaltiesAlreadyPaid",
       r.retail_price_incl_vat::text AS "retailPriceInclVat", r.vat_rate::text AS "vatRate",
       jsonb_build_object('id', e.id, 'workId', e.work_id, 'title', coalesce(e.title, w.title), 'isbn13', e.isbn13,
         'productForm', e.product_form) AS edition,
       (SELECT coalesce(jsonb_agg(x.value || jsonb_build_object('reference', c.reference, 'contributor', p.display_name)), '[]')
         FROM jsonb_array_elements(coalesce(r.exclusions, '[]')) x
         JOIN contract c ON c.id = (x.value->>'contractId')::int JOIN contributor p ON p.id = c.contributor_id) AS exclusions,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'acceptedBefore', k.accepted_before, 'acceptedAfter', k.accepted_after,
         'correctedOn', k.corrected_on, 'reason', k.reason) ORDER BY k.id), '[]')
         FROM print_run_correction k WHERE k.print_run_id = r.id) AS corrections
     FROM print_run r JOIN edition e ON e.id = r.edition_id JOIN work w ON w.id = e.work_id WHERE r.id = $1`,
    [id],
  );
  if (!run) throw platformProblems.create('not-found');
  return { ...run, next: nextOf(run.status) };
}

function nextOf(status: PrintRunStatus): PrintRunStatus[] {
  const direct = printRunTransitions[status];
  const skips = !direct.includes('accepted') && stepsTo(status, 'accepted') !== undefined;
  return skips && status !== 'cancelled' ? [...direct, 'accepted'] : [...direct];
}
