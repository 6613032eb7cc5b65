import type { Tx } from '../platform/database/database';

/** A contract that has ended, whose final statement nobody has closed yet. */
export interface TerminationToClose {
  readonly contractId: number;
  readonly reference: string;
  readonly work: string;
  readonly contributor: string;
  readonly terminatedOn: string;
  readonly reason: string;
}

/** Ended by a termination that gives its reason; contracts that were entered as ended before are none. Oldest first. */
export function terminationsToClose(tx: Tx): Promise<TerminationToClose[]> {
  return tx.query(
    `SELECT c.id AS "contractId", c.reference, w.title AS work, p.display_name AS contributor, c.terminated_on AS "terminatedOn",
       c.termination_reason AS reason
     FROM contract c JOIN work w ON w.id = c.work_id JOIN contributor p ON p.id = c.contributor_id
     WHERE c.status = 'terminated' AND c.termination_reason IS NOT NULL AND NOT EXISTS (
       SELECT FROM royalty_statement s JOIN closing k ON k.id = s.closing_id
       WHERE s.contract_id = c.id AND k.status = 'closed' AND k.kind = 'termination')
     ORDER BY c.terminated_on, c.reference`,
  );
}
