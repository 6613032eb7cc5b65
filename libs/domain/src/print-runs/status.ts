/**
 * The life of a print run.
 *
 * What people get wrong: a run is not due when it is ordered or delivered but when it is accepted; overs and copies
 * refused at delivery are never royalty-bearing, and an accepted run is corrected, not reopened.
 */
import { RuleViolation } from '../rules';

export const printRunStatuses = ['planned', 'ordered', 'delivered', 'accepted', 'cancelled'] as const;
export type PrintRunStatus = (typeof printRunStatuses)[number];

/** Where a run may go from each status. */
export const printRunTransitions: Readonly<Record<PrintRunStatus, readonly PrintRunStatus[]>> = {
  planned: ['ordered', 'cancelled'],
  ordered: ['delivered', 'planned', 'cancelled'],
  delivered: ['accepted', 'ordered'],
  accepted: [],
  cancelled: ['planned'],
};

export function canMovePrintRun(from: PrintRunStatus, to: PrintRunStatus): boolean {
  return printRunTransitions[from].includes(to);
}

/** @throws RuleViolation `print-run-transition-refused` */
export function movePrintRun(from: PrintRunStatus, to: PrintRunStatus): PrintRunStatus {
  if (canMovePrintRun(from, to)) return to;
  throw new RuleViolation('print-run-transition-refused', {
    message: `A print run that is ${from} can't become ${to}`,
    values: { from, to },
  });
}
