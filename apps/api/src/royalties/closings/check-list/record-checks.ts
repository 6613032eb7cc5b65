import { digitalForms } from '@colophon/domain/catalogue';

import { terminationsToClose } from '../../../contracts';
import { stockFigures } from '../../statement-content/stock-figures';
import { statedIds, type Check } from './check-context';
import type { CheckPlace } from './check-list-dto';

const EDITION_LABEL = `w.title || coalesce(' (' || e.isbn13 || ')', '')`;
const EDITION_URL = `'/catalogue/oeuvres/' || e.work_id || '/editions/' || e.id || '/modifier'`;

/** A run or a sale that is counted, on a day on which the edition had no price. */
export const priceMissing: Check = (context) =>
  context.tx.query(
    `SELECT ${EDITION_LABEL} AS label, min(d.day)::text AS detail, ${EDITION_URL} AS url
     FROM (SELECT r.edition_id, r.accepted_on AS day FROM print_run r WHERE r.status = 'accepted' AND NOT r.royalties_already_paid
             AND r.retail_price_incl_vat IS NULL
             AND EXISTS (SELECT FROM contract_clause l WHERE l.edition_id = r.edition_id AND l.basis = 'printed' AND l.contract_id = ANY($1))
           UNION ALL SELECT m.edition_id, m.moved_on FROM stock_movement m WHERE m.kind IN ('sold', 'returned')
             AND EXISTS (SELECT FROM contract_clause l WHERE l.edition_id = m.edition_id AND l.basis = 'sold' AND l.contract_id = ANY($1))) d
     JOIN edition e ON e.id = d.edition_id JOIN work w ON w.id = e.work_id
     WHERE NOT EXISTS (SELECT FROM edition_price v WHERE v.edition_id = d.edition_id AND v.valid_from <= d.day)
     GROUP BY e.id, w.id ORDER BY w.sort_title, e.id`,
    [statedIds(context)],
  );

export const runNotAccepted: Check = (context) =>
  context.tx.query(
    `SELECT w.title || ', ' || r.number AS label, coalesce(r.delivered_on, r.ordered_on, r.planned_on)::text AS detail,
       '/fabrication/tirages/' || r.id AS url
     FROM print_run r JOIN edition e ON e.id = r.edition_id JOIN work w ON w.id = e.work_id
     WHERE r.status IN ('planned', 'ordered', 'delivered')
       AND coalesce(r.delivered_on, r.ordered_on, r.planned_on) BETWEEN coalesce($2::date, $3::date) AND $3::date
       AND EXISTS (SELECT FROM contract_clause l WHERE l.edition_id = r.edition_id AND l.contract_id = ANY($1))
     ORDER BY w.sort_title, r.number`,
    [statedIds(context), context.closing.periodFrom, context.closing.periodTo],
  );

export const contractDraft: Check = ({ tx }) =>
  tx.query(
    `SELECT c.reference || ', ' || p.display_name AS label, NULL AS detail, '/contrats/' || c.id AS url
     FROM contract c JOIN contributor p ON p.id = c.contributor_id WHERE c.status = 'draft' ORDER BY c.reference`,
  );

/** Of a common rate each part is held by one contract in force: the part of nobody would never be paid. */
export const sharesIncomplete: Check = (context) =>
  context.tx.query(
    `WITH held AS (SELECT l.edition_id, l.pool_shares, l.pool_index, l.valid_from, l.valid_until FROM contract_clause l
         JOIN contract c ON c.id = l.contract_id AND c.status = 'active' WHERE l.pool_shares IS NOT NULL)
     SELECT ${EDITION_LABEL} AS label, NULL AS detail, '/catalogue/oeuvres/' || e.work_id AS url
     FROM (SELECT edition_id FROM held GROUP BY edition_id, pool_shares, valid_from, valid_until
       HAVING count(*) <> jsonb_array_length(pool_shares) OR count(DISTINCT pool_index) <> jsonb_array_length(pool_shares)) h
     JOIN edition e ON e.id = h.edition_id JOIN work w ON w.id = e.work_id
     WHERE EXISTS (SELECT FROM contract_clause l WHERE l.edition_id = e.id AND l.contract_id = ANY($1))
     GROUP BY e.id, w.id ORDER BY w.sort_title, e.id`,
    [statedIds(context)],
  );

export const finalStatementMissing: Check = async ({ tx, closing }) => {
  const waiting = await terminationsToClose(tx);
  return waiting
    .filter(({ contractId }) => contractId !== closing.contractId)
    .map(({ contractId, reference, contributor, terminatedOn }) => ({
      label: `${reference}, ${contributor}`,
      detail: terminatedOn,
      url: `/contrats/${contractId}`,
    }));
};

export const otherDraft: Check = ({ tx, closing }) =>
  tx.query(
    `SELECT k.period_from || ' – ' || k.period_to AS label, NULL AS detail, '/droits/clotures/' || k.id AS url FROM closing k
     WHERE k.status = 'draft' AND k.kind = 'period' AND $1 = 'period' ORDER BY k.id`,
    [closing.kind],
  );

/** Of the editions of these contracts over the period, as their statements will tell it. */
export const stockGap: Check = async (context) => {
  const { tx, closing } = context;
  const editions: (CheckPlace & { id: number })[] = await tx.query(
    `SELECT e.id, ${EDITION_LABEL} AS label, NULL AS detail, '/stock/' || e.id AS url FROM edition e JOIN work w ON w.id = e.work_id
     WHERE e.product_form <> ALL($2) AND EXISTS (SELECT FROM contract_clause l WHERE l.edition_id = e.id AND l.contract_id = ANY($1))
     ORDER BY w.sort_title, e.id`,
    [statedIds(context), digitalForms],
  );
  const period = { from: closing.periodFrom ?? closing.periodTo, to: closing.periodTo };
  const figures = await stockFigures(
    tx,
    editions.map(({ id }) => ({ editionId: id, ...period })),
  );
  return editions.flatMap(({ id: _id, ...place }, index) => {
    const gap = figures[index]?.gap ?? 0;
    return gap === 0 ? [] : [{ ...place, detail: String(gap) }];
  });
};
