import type { PointOfSaleResponse } from '@colophon/api-client';

export type PointOfSaleKind = PointOfSaleResponse['kind'];

/** In the order people look for them. */
export const POINT_OF_SALE_KINDS: readonly PointOfSaleKind[] = [
  'independent-bookshop',
  'chain',
  'wholesaler',
  'distributor',
  'library',
  'museum-shop',
  'association',
  'online',
  'author',
  'other',
];
