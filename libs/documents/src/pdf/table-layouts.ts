/** The part of a table that a layout of pdfmake is asked about. */
interface LaidOutTable {
  readonly table: { readonly body: readonly unknown[]; readonly headerRows?: number };
}

const INK = '#1d1b18';
const HAIRLINE = '#c9c4ba';

/** Rules of a printed table: one under the head, hairlines between rows, one above a total; no vertical line. */
function ruled(padding: number, closing: boolean): object {
  const headOf = (node: LaidOutTable): number => node.table.headerRows ?? 0;
  const strong = (line: number, node: LaidOutTable): boolean =>
    line === headOf(node) || (closing && line === node.table.body.length - 1 && line > headOf(node));
  return {
    hLineWidth: (line: number, node: LaidOutTable) =>
      line === 0 ? 0 : strong(line, node) ? 0.7 : line === node.table.body.length ? (closing ? 0.7 : 0.4) : 0.3,
    hLineColor: (line: number, node: LaidOutTable) =>
      strong(line, node) || (closing && line === node.table.body.length) ? INK : HAIRLINE,
    vLineWidth: () => 0,
    paddingLeft: (column: number) => (column === 0 ? 0 : 5),
    paddingRight: (column: number, node: { table: { widths: readonly unknown[] } }) =>
      column === node.table.widths.length - 1 ? 0 : 5,
    paddingTop: () => padding,
    paddingBottom: () => padding,
  };
}

/** No line, no padding: columns on the grid of the page. */
const grid = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 1,
  paddingBottom: () => 1,
};

export const tableLayouts: Record<string, object> = {
  ruled: ruled(3.2, false),
  /** The last row is a total, set off by a rule above and one below. */
  ruledTotal: ruled(3.2, true),
  dense: ruled(2.2, false),
  denseTotal: ruled(2.2, true),
  /** For the first page, which must hold everything. */
  tightTotal: ruled(1.5, true),
  grid,
};
