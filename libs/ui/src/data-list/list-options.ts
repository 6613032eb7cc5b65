/** How a column's value is written. */
export type ColumnKind = 'text' | 'money' | 'quantity' | 'percent' | 'date' | 'isbn';

/** A column of a list. `label` is a translation key; `key` is the API's member, used to sort and to export. */
export interface Column<R> {
  readonly key: string;
  readonly label: string;
  readonly value: (row: R) => string | number | null | undefined;
  readonly kind?: ColumnKind;
  readonly sort?: boolean;
  /** Left out until the reader chooses it. */
  readonly optional?: boolean;
  /** On a narrow screen: at the end of the first line, in the second line (usual), or not at all. */
  readonly narrow?: 'end' | 'meta' | 'none';
}

/** A filter offered as a sentence (« Type : librairie indépendante »). Several values are joined by commas on the wire. */
export interface Filter {
  readonly key: string;
  readonly label: string;
  readonly options: readonly FilterOption[];
  /** One value at a time, for yes or no and for periods. */
  readonly single?: boolean;
}

export interface FilterOption {
  readonly value: string;
  /** A translation key; the text itself where `isName`. */
  readonly label: string;
  /** The label is the house's own word (a collection, a person), the same in every language. */
  readonly isName?: boolean;
}

/** A list of one endpoint. The first column is the row's name and carries the link. */
export interface ListOptions<R> {
  /** Under which the reader's choices of columns and density are kept. */
  readonly name: string;
  readonly url: string;
  readonly columns: readonly Column<R>[];
  readonly filters?: readonly Filter[];
  readonly sort?: string;
  readonly link: (row: R) => readonly unknown[];
  /** Always sent, not shown as filters: the record a list belongs to. */
  readonly params?: () => Readonly<Record<string, string>>;
  /** Set false where the endpoint has no export. */
  readonly exports?: boolean;
}

/** What a list endpoint answers. */
export interface ListPage<R> {
  readonly items: readonly R[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly totalIsCapped: boolean;
  readonly totals?: Readonly<Record<string, string>>;
}

/** Numbers and amounts stand at the right of their column. */
export const isFigure = (kind: ColumnKind = 'text'): boolean => ['money', 'quantity', 'percent'].includes(kind);
