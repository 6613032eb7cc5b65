import type { MovementRow } from '@colophon/api-client';
import { dataList, type Column } from '@colophon/ui/data-list';
import { MOVEMENT_KINDS } from './movement';

const columns: readonly Column<MovementRow>[] = [
  { key: 'movedOn', label: 'stock.movedOn', value: (row) => row.movedOn, kind: 'date', sort: true },
  { key: 'title', label: 'stock.bookTitle', value: (row) => row.title },
  { key: 'kind', label: 'stock.kind', value: (row) => row.kind },
  { key: 'copies', label: 'stock.copies', value: (row) => row.copies, kind: 'quantity', narrow: 'end' },
  { key: 'document', label: 'stock.document', value: (row) => row.invoiceNumber ?? row.printRunNumber },
  { key: 'reason', label: 'stock.reason', value: (row) => row.reason },
  { key: 'channel', label: 'stock.channel', value: (row) => row.channel, optional: true, narrow: 'none' },
  { key: 'territory', label: 'stock.territory', value: (row) => row.territory, optional: true, narrow: 'none' },
  { key: 'actor', label: 'stock.actor', value: (row) => row.actor, narrow: 'none' },
];

/** The movements of the whole house, or of one edition, whose title then goes without saying. Call it in a field initialiser. */
export function movementSource(editionId?: () => number) {
  return dataList<MovementRow>({
    name: editionId ? 'edition-movements' : 'stock-movements',
    url: '/api/stock/movements',
    sort: '-movedOn',
    link: (row) => ['/stock/titres', row.editionId],
    params: (): Readonly<Record<string, string>> => (editionId ? { editionId: String(editionId()) } : {}),
    columns: columns.filter(({ key }) => !editionId || key !== 'title'),
    filters: [
      {
        key: 'kind',
        label: 'stock.kind',
        single: true,
        options: MOVEMENT_KINDS.map((value) => ({ value, label: `stock.kinds.${value}` })),
      },
    ],
  });
}
