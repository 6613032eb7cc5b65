import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

export const checkSeverities = ['blocking', 'warning'] as const;
export type CheckSeverity = (typeof checkSeverities)[number];

/** One place to mend. */
export class CheckPlace {
  /** « C-2024-001, Anne Kerouredan ». */
  label: string;
  /** What is wrong there, where it is not the same for all. */
  @ApiProperty({ type: String, nullable: true })
  detail: string | null;
  /** The admin's page on which it is mended. */
  url: string;
}

/** Something to look at before the closing is computed. */
export class CheckItem {
  code: string;
  @IsIn(checkSeverities)
  severity: CheckSeverity;
  /** What is wrong and what to do, in the reader's language. */
  sentence: string;
  count: number;
  /** The first hundred. */
  places: CheckPlace[];
}

/** What a closing would state, and what stands in its way: blocking, or to be known. */
export class CheckListResponse {
  /** Contracts that it would state. */
  contracts: number;
  /** Contracts in force that are not due on its last day; none where it takes all. */
  notDue: number;
  blocking: number;
  warnings: number;
  items: CheckItem[];
}
