import { ApiProperty } from '@nestjs/swagger';

/** One figure that comes out otherwise, or a line by its place in the statement's result. */
export class VerifiedDifference {
  /** A member of the statement (`earned`), or a pointer into its result (`/runs/0/state/amount`). */
  what: string;
  @ApiProperty({ type: String, nullable: true })
  issued: string | null;
  @ApiProperty({ type: String, nullable: true })
  now: string | null;
}

export class VerifiedStatement {
  statementId: number;
  number: string;
  contractId: number;
  contractReference: string;
  contributorName: string;
  /** The first twenty. */
  differences: VerifiedDifference[];
}

/** A closed period computed again. */
export class ClosingVerification {
  statements: number;
  /** What was paid comes out the same to the cent, line by line, with the seal of each statement. */
  isSame: boolean;
  /** Gross now less gross issued, over all statements. */
  difference: string;
  /** Why the computation could not be made again, where it stops. */
  @ApiProperty({ type: String, nullable: true })
  refusal: string | null;
  changed: VerifiedStatement[];
}
