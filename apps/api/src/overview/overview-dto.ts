import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';

import { ContractAlert } from '../contracts';
import { DueStatements } from '../royalties';

export const hitTypes = [
  'work',
  'contributor',
  'point-of-sale',
  'contract',
  'print-run',
  'invoice',
  'statement',
] as const;
export type HitType = (typeof hitTypes)[number];

export class SearchQuery {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  q: string;
}

/** A record found, with the admin's address of its page. */
export class SearchHit {
  @IsIn(hitTypes)
  type: HitType;
  id: number;
  label: string;
  detail: string;
  url: string;
}

export class SearchResponse {
  items: SearchHit[];
}

export const todoKinds = [
  'runs-to-accept',
  'runs-to-close',
  'closings-to-finish',
  'gaps-to-explain',
  'contracts-to-activate',
  'authors-without-tax-profile',
  'invoices-to-post',
  'author-questions',
  'mails-failed',
  'mails-waiting-for-a-server',
  'house-incomplete',
] as const;
export type TodoKind = (typeof todoKinds)[number];

/** Something that waits for somebody, and where it is done. */
export class Todo {
  @IsIn(todoKinds)
  kind: TodoKind;
  count: number;
  url: string;
}

export class MonthAmount {
  /** `YYYY-MM`. */
  month: string;
  /** Invoices less credit notes, without VAT; euros. */
  amount: string;
}

export class TitleSales {
  workId: number;
  title: string;
  copies: number;
}

export class UpcomingBook {
  workId: number;
  title: string;
  isbn13: string | null;
  publicationDate: string;
}

export class LowStock {
  editionId: number;
  title: string;
  stock: number;
  /** Copies sold in the last ninety days. */
  sold: number;
}

export class ClosingSummary {
  id: number;
  /** « Title, run 2 » for a closing of a print run. */
  printRunLabel: string | null;
  /** Null for a closing of a print run. */
  periodFrom: string | null;
  periodTo: string;
  gross: string;
  net: string;
}

export const firstStepNames = ['house', 'titles', 'contracts', 'print-runs', 'points-of-sale'] as const;
export type FirstStepName = (typeof firstStepNames)[number];

/** A step of a house that begins: its identity, then the first record of each kind. */
export class FirstStep {
  @IsIn(firstStepNames)
  step: FirstStepName;
  done: boolean;
}

/** The desk in the morning: what needs doing, and how the house is. */
export class OverviewResponse {
  /** What a house that begins does first, in order; empty once all of it is done. */
  firstSteps: FirstStep[];
  todos: Todo[];
  /** The last twelve months, the oldest first. */
  salesByMonth: MonthAmount[];
  bestSellers: TitleSales[];
  upcoming: UpcomingBook[];
  lowStock: LowStock[];
  /** Statements of periods that are over and not issued, the most urgent first. */
  statementsDue: DueStatements[];
  /** The last closings, the newest first. */
  closings: ClosingSummary[];
  /** What of contracts falls due, lapses or asks for a decision, the most urgent first. */
  contractAlerts: ContractAlert[];
}
