import type { ListSpec } from '../platform/lists/list';
import type { ListExport } from '../platform/lists/list-export';
import type { PrintRunRow } from './print-run-dto';

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

export const printRunExport: ListExport<PrintRunRow> = {
  name: { fr: 'tirages', en: 'print-runs' },
  spec: printRunList,
  columns: {
    title: { fr: 'Titre', en: 'Title', type: 'text', value: (row) => row.title },
    isbn13: { fr: 'ISBN', en: 'ISBN', type: 'text', value: (row) => row.isbn13 },
    number: { fr: 'Tirage nº', en: 'Print run no.', type: 'integer', value: (row) => row.number },
    status: { fr: 'État', en: 'Status', type: 'text', value: (row) => row.status },
    date: { fr: 'Date', en: 'Date', type: 'date', value: (row) => row.date },
    quantity: { fr: 'Exemplaires', en: 'Copies', type: 'integer', value: (row) => row.quantity },
    printerName: { fr: 'Imprimeur', en: 'Printer', type: 'text', value: (row) => row.printerName },
    unitCost: { fr: 'Coût unitaire', en: 'Unit cost', type: 'money', value: (row) => row.unitCost },
    label: { fr: 'Intitulé', en: 'Label', type: 'text', value: (row) => row.label },
    royaltiesAlreadyPaid: {
      fr: 'Droits déjà payés',
      en: 'Royalties paid',
      type: 'boolean',
      value: (row) => row.royaltiesAlreadyPaid,
    },
  },
};
