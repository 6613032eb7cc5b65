import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';

export const sendingStatuses = [
  'no-address',
  'not-sent',
  'queued',
  'sending',
  'sent',
  'failed',
  'uncertain',
  'cancelled',
] as const;
export type SendingStatus = (typeof sendingStatuses)[number];

/** Somebody who receives statements of a closing, and how far their mail is. */
export class StatementMail {
  contributorId: number;
  name: string;
  @ApiProperty({ type: String, nullable: true })
  address: string | null;
  statements: number;
  net: string;
  /** Without an address the statements are to be printed. */
  @IsIn(sendingStatuses)
  status: SendingStatus;
  /** How often it was put in the outbox. */
  attempts: number;
  @ApiProperty({ type: Number, nullable: true })
  mailId: number | null;
  /** When it left, or was queued where it did not leave yet. */
  @ApiProperty({ type: String, nullable: true })
  at: string | null;
}

export class StatementMailList {
  items: StatementMail[];
  /** The task that writes them, where one runs or ran. */
  @ApiProperty({ type: Number, nullable: true })
  taskId: number | null;
}

export class SendingStarted {
  taskId: number;
}
