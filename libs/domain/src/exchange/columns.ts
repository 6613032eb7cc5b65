/**
 * The files that a house can bring, and what their columns may be called.
 *
 * What people get wrong: nobody renames the columns of a spreadsheet kept for ten years. The program knows their
 * names; the first synonym is the one that templates show.
 */
import { catalogueColumns } from './catalogue-columns';
import { contractColumns } from './contract-columns';
import { figureColumns, printRunColumns } from './print-run-columns';
import { contributorColumns, pointOfSaleColumns } from './party-columns';

/** In the order in which they are applied: each may refer to those before it. */
export const fileKinds = ['contributors', 'titles', 'points-of-sale', 'contracts', 'print-runs', 'figures'] as const;
export type FileKind = (typeof fileKinds)[number];

export interface ColumnSpec {
  /** What the importer calls it. */
  readonly field: string;
  /** Headers in French, then English; the first of each is shown in templates. */
  readonly fr: readonly [string, ...string[]];
  readonly en: readonly [string, ...string[]];
  /** Without it (or one of its group) the file is not of this kind. */
  readonly isRequired?: boolean;
  /** Tells this kind from the others. */
  readonly isTelling?: boolean;
  /** Only the owner and the accountant may bring it, and reports never show its values. */
  readonly isSecret?: boolean;
  readonly example: string;
  readonly note?: { readonly fr: string; readonly en: string };
}

export const columnsOfKind: Readonly<Record<FileKind, readonly ColumnSpec[]>> = {
  contributors: contributorColumns,
  titles: catalogueColumns,
  'points-of-sale': pointOfSaleColumns,
  contracts: contractColumns,
  'print-runs': printRunColumns,
  figures: figureColumns,
};
