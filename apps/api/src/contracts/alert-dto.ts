import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

export const alertKinds = ['expires', 'option-lapses', 'instalment-due', 'no-royalty', 'no-minimum-first-run'] as const;
export type AlertKind = (typeof alertKinds)[number];

/** Something about a contract that falls due, lapses or asks for a decision. */
export class ContractAlert {
  @IsIn(alertKinds)
  kind: AlertKind;
  contractId: number;
  reference: string;
  work: string;
  contributor: string;
  /** The day on which it expires, lapses or falls due; of the last statement without royalty. None for what is missing. */
  @ApiProperty({ type: String, nullable: true })
  date: string | null;
  /** That day is over. */
  isLate: boolean;
  /** Of an instalment: what it is for, and euros. */
  label: string | null;
  amount: string | null;
  /** Of a contract whose two last years made no royalty due: copies sold in them. */
  copiesSold: number | null;
}

export class ContractAlertPage {
  items: ContractAlert[];
}
