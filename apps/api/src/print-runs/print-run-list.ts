import type { ListSpec } from '../platform/lists/list';

const lastDate = 'coalesce(r.accepted_on, r.delivered_on, r.ordered_on, r.planned_on)';
const lastQuantity = 'coalesce(r.quantity_accepted, r.quantity_delivered, r.quantity_ordered, r.quantity_planned)';

/** The list of print runs; a run shows the date and quantity of its last step. */
export const printRunList: ListSpec = {
  select: `r.id, r.version, r.edition_id AS "editionId", coalesce(e.title, w.title) AS title, e.isbn13, r.number, r.status,
    r.printer_name AS "printerName", r.label, ${lastDate} AS date, ${lastQuantity} AS quantity, r.unit_cost::text AS "unitCost",
    r.royalties_already_paid AS "royaltiesAlreadyPaid"`,
  from: 'print_run r JOIN edition e ON e.id = r.edition_id JOIN work w ON w.id = e.work_id',
  id: 'r.id',
  sorts: {
    date: { sql: `coalesce(${lastDate}, '9999-12-31'::date)`, type: 'date' },
    title: { sql: 'w.sort_title', type: 'text' },
    quantity: { sql: `coalesce(${lastQuantity}, 0)`, type: 'integer' },
    printer: { sql: `coalesce(r.printer_name, '')`, type: 'text' },
  },
  defaultSort: '-date',
  filters: {
    status: 'r.status = $',
    editionId: 'r.edition_id = $',
    workId: 'e.work_id = $',
    printer: 'fold(r.printer_name) = fold($)',
  },
  search: `w.search_text LIKE fold($) OR e.isbn13 LIKE $ OR fold(coalesce(r.printer_name, '') || ' ' || coalesce(r.label, '')) LIKE fold($)`,
};
