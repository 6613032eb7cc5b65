import { disabled, maxLength, required, schema } from '@angular/forms/signals';
import type { PrintRunPlan, PrintRunResponse, PrintRunUpdate } from '@colophon/api-client';
import { between, orEmpty, orNull } from '../platform/forms';

export const MOST_COPIES = 10_000_000;

export interface PrintRunDraft {
  editionId: number | null;
  printerName: string;
  plannedOn: string;
  quantityPlanned: number | null;
  unitCost: string;
  paper: string;
  label: string;
  notes: string;
}

export function draftOf(record: PrintRunResponse | undefined, editionId: number | null): PrintRunDraft {
  return {
    editionId: record?.edition.id ?? editionId,
    printerName: orEmpty(record?.printerName),
    plannedOn: orEmpty(record?.plannedOn),
    quantityPlanned: record?.quantityPlanned ?? null,
    unitCost: orEmpty(record?.unitCost),
    paper: orEmpty(record?.paper),
    label: orEmpty(record?.label),
    notes: orEmpty(record?.notes),
  };
}

function details(draft: PrintRunDraft) {
  return {
    printerName: orNull(draft.printerName),
    plannedOn: orNull(draft.plannedOn),
    quantityPlanned: draft.quantityPlanned,
    unitCost: orNull(draft.unitCost),
    paper: orNull(draft.paper),
    label: orNull(draft.label),
    notes: orNull(draft.notes),
  };
}

export const planOf = (draft: PrintRunDraft): PrintRunPlan => ({ editionId: draft.editionId ?? 0, ...details(draft) });
export const updateOf = (draft: PrintRunDraft, version: number): PrintRunUpdate => ({ version, ...details(draft) });

/** @param isPlanned its edition is chosen for good */
export const printRunRules = (isPlanned: () => boolean) =>
  schema<PrintRunDraft>((path) => {
    required(path.editionId);
    disabled(path.editionId, isPlanned);
    between(path.quantityPlanned, 1, MOST_COPIES);
    maxLength(path.printerName, 200);
    maxLength(path.paper, 200);
    maxLength(path.label, 200);
  });
