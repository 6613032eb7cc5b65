import type { ClosingResponse } from '@colophon/api-client';

/** A draft of a half-year, for the specs of closings. */
export function aClosing(with_: Partial<ClosingResponse> = {}): ClosingResponse {
  return {
    id: 5,
    version: 1,
    kind: 'period',
    status: 'draft',
    periodFrom: '2026-01-01',
    periodTo: '2026-06-30',
    printRunId: null,
    printRunLabel: null,
    contracts: 'all',
    contractId: null,
    contractReference: null,
    approval: null,
    createdBy: 'Hélène Marchand',
    computedBy: 'Hélène Marchand',
    approvedBy: null,
    approvedAt: null,
    mayApprove: false,
    paymentDate: '2026-07-31',
    closedAt: null,
    closedBy: null,
    totals: {
      statements: 1,
      earned: '2123.20',
      adjustments: '0.00',
      recouped: '0.00',
      carriedOut: '0.00',
      gross: '2123.20',
      net: '1799.83',
      gaps: 0,
      unexplainedGaps: 0,
    },
    documentsTaskId: null,
    ...with_,
  };
}
