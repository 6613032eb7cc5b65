import type { ListExport } from '../platform/lists/list-export';
import { movementList, stockList, type ListedStock } from './stock-list';
import type { MovementRow } from './stock-response-dto';

export const stockExport: ListExport<ListedStock> = {
  name: { fr: 'stock', en: 'stock' },
  spec: stockList,
  columns: {
    title: { fr: 'Titre', en: 'Title', type: 'text', value: (row) => row.title },
    isbn13: { fr: 'ISBN', en: 'ISBN', type: 'text', value: (row) => row.isbn13 },
    stock: { fr: 'Stock', en: 'Stock', type: 'integer', value: (row) => row.figures.stock },
    printed: { fr: 'Imprimés', en: 'Printed', type: 'integer', value: (row) => row.figures.printed },
    sold: { fr: 'Vendus', en: 'Sold', type: 'integer', value: (row) => row.figures.sold },
    returned: { fr: 'Retournés', en: 'Returned', type: 'integer', value: (row) => row.figures.returned },
    free: { fr: 'Gratuits', en: 'Free', type: 'integer', value: (row) => row.figures.free },
    destroyed: { fr: 'Pilonnés', en: 'Destroyed', type: 'integer', value: (row) => row.figures.destroyed },
    counted: {
      fr: 'Écarts d’inventaire',
      en: 'Count differences',
      type: 'integer',
      value: (row) => row.figures.counted,
    },
    lastMovedOn: {
      fr: 'Dernier mouvement',
      en: 'Last movement',
      type: 'date',
      value: (row) => row.figures.lastMovedOn,
    },
  },
};

export const movementExport: ListExport<MovementRow> = {
  name: { fr: 'mouvements-de-stock', en: 'stock-movements' },
  spec: movementList,
  columns: {
    title: { fr: 'Titre', en: 'Title', type: 'text', value: (row) => row.title },
    isbn13: { fr: 'ISBN', en: 'ISBN', type: 'text', value: (row) => row.isbn13 },
    movedOn: { fr: 'Date', en: 'Date', type: 'date', value: (row) => row.movedOn },
    kind: { fr: 'Nature', en: 'Kind', type: 'text', value: (row) => row.freeKind ?? row.kind },
    copies: { fr: 'Exemplaires', en: 'Copies', type: 'integer', value: (row) => row.copies },
    channel: { fr: 'Canal', en: 'Channel', type: 'text', value: (row) => row.channel },
    territory: { fr: 'Pays', en: 'Country', type: 'text', value: (row) => row.territory },
    reason: { fr: 'Raison', en: 'Reason', type: 'text', value: (row) => row.reason },
    document: { fr: 'Pièce', en: 'Document', type: 'text', value: (row) => row.invoiceNumber ?? row.printRunNumber },
    actor: { fr: 'Par', en: 'By', type: 'text', value: (row) => row.actor },
  },
};
