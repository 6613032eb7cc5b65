import type { RecordSection } from '../platform/record-sections';

/** What sales show on the pages of the features before. */
export const salesSections: readonly RecordSection[] = [
  {
    record: 'point-of-sale',
    permission: 'sales.read',
    load: () => import('./invoices/shop-invoices').then((file) => file.ShopInvoices),
  },
];
