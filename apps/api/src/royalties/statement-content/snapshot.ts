import type { House } from '@colophon/documents/house';
import type { ClauseDraft } from '@colophon/domain/contracts';

/**
 * What a statement's documents show beside the engine's result, as it was when the statement was computed: kept with
 * the statement, so that a person who moves or a book that is retitled changes no paper already issued.
 */
export interface StatementSnapshot {
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly house: Omit<House, 'logo'>;
  readonly payee: SnapshotPayee;
  readonly contract: {
    readonly reference: string;
    readonly signedOn: string | null;
    readonly clauses: readonly ClauseDraft[];
  };
  readonly advances: readonly { readonly label: string; readonly paidOn: string; readonly amount: string }[];
  readonly book: SnapshotBook;
  /** Labels of this contract's earlier statements, the first at 0: an adjustment names the one it corrects. */
  readonly statementNumbers: readonly string[];
  readonly socialRegime: 'withheld' | 'exempt';
  readonly vatRegime: 'withheld' | 'liable' | 'none' | 'reverseCharge';
  readonly withholdingTaxRate: string;
  /** Whoever the contract is or was paid to in place of its author alone, by contributor. */
  readonly payees?: readonly SnapshotPayeePart[];
  /** Agreements of set-off that join this contract to others. */
  readonly setOffs?: readonly SnapshotSetOff[];
  /** Rights of the work sold in the period (CPI L132-17-3). */
  readonly licences?: readonly SnapshotLicence[];
  /** The yearly ceiling of the pension contribution on the day of payment, in euros. */
  readonly yearlyCeiling?: string;
}

export interface SnapshotPayeePart {
  readonly contributorId: number;
  readonly name: string;
  readonly address: readonly string[];
  readonly siret: string | null;
  readonly ibanLast4: string | null;
}

export interface SnapshotSetOff {
  readonly agreementId: string;
  readonly signedOn: string;
  /** The contracts that it joins, by id and reference. */
  readonly contracts: readonly { readonly id: string; readonly reference: string }[];
}

export interface SnapshotLicence {
  readonly licensee: string;
  readonly right: string;
  /** ISO country codes; none means the whole world. */
  readonly territories: readonly string[];
  readonly signedOn: string;
}

export interface SnapshotPayee {
  readonly name: string;
  readonly civilName: string;
  readonly pseudonym: string | null;
  readonly address: readonly string[];
  readonly siret: string | null;
  readonly vatNumber: string | null;
  readonly ibanLast4: string | null;
  readonly socialSecurityNumberLast2: string | null;
  /** ONIX list 17 codes on the work, in order. */
  readonly roles: readonly string[];
}

export interface SnapshotBook {
  readonly title: string;
  readonly subtitle: string | null;
  readonly byline: string;
  readonly editions: readonly SnapshotEdition[];
}

export interface SnapshotEdition {
  readonly id: number;
  readonly isbn13: string | null;
  readonly productForm: string;
  readonly isDigital: boolean;
  readonly publicationDate: string | null;
  readonly vatRate: string;
  readonly prices: readonly { readonly from: string; readonly inclVat: string }[];
  readonly runs: readonly SnapshotRun[];
  /** Null for a file, which has no stock. */
  readonly stock: StockFiguresOfPeriod | null;
  /** Where the stock's sold, returned and destroyed copies went, as far as it is known. */
  readonly movements?: StockDetail;
}

export interface SnapshotRun {
  readonly id: string;
  readonly number: number;
  readonly acceptedOn: string;
  readonly printerName: string | null;
  readonly ordered: number | null;
  readonly delivered: number | null;
  readonly accepted: number;
}

/** Copies of an edition over the statement's period, from the stock movements. */
export interface StockFiguresOfPeriod {
  readonly opening: number;
  readonly printed: number;
  readonly sold: number;
  readonly returned: number;
  readonly free: Readonly<Record<string, number>>;
  readonly destroyed: number;
  readonly counted: number;
  /** What the equation comes to. */
  readonly expected: number;
  /** What the house holds: never below nothing. */
  readonly closing: number;
  /** closing − expected: above zero when more copies went out than ever came in. */
  readonly gap: number;
}

/** What sold, returned and destroyed copies are made of; a list that does not come to the figure is left out. */
export interface StockDetail {
  readonly soldBy: readonly SoldBy[];
  readonly destroyedAt: readonly { readonly place: string; readonly copies: number }[];
}

export interface SoldBy {
  /** A word of the house's own. */
  readonly channel: string | null;
  /** ISO country code. */
  readonly territory: string | null;
  readonly sold: number;
  readonly returned: number;
}
