import type { StatementData } from '@colophon/documents/statements';
import type { IssuedStatement } from '@colophon/domain/royalties';

import type { StatementSnapshot } from '../royalties';

/** A statement as kept, about to become a document. */
export interface StatementToPrint {
  readonly number: string | null;
  readonly issuedOn: string;
  /** The only clock of the document. */
  readonly createdAt: string;
  readonly kind: StatementData['kind'];
  readonly issued: IssuedStatement;
  readonly snapshot: StatementSnapshot;
  readonly gapReason: string | null;
  readonly logo: StatementData['house']['logo'];
}
