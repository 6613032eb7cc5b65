import { applyEach, maxLength, required, schema } from '@angular/forms/signals';
import type { WorkInput, WorkResponse } from '@colophon/api-client';
import { onixCodeOfRole } from '@colophon/domain/catalogue';
import { orEmpty, orNull } from '../../platform/forms';

export interface AuthorDraft {
  contributorId: number | null;
  /** As read, for the picker to show; not sent. */
  displayName: string;
  role: string;
}

/** A work while it is typed: no nulls, so that every field has its text. */
export interface WorkDraft {
  externalId: string;
  title: string;
  subtitle: string;
  originalTitle: string;
  language: string;
  collectionId: number | null;
  numberInCollection: string;
  summary: string;
  archived: boolean;
  contributors: AuthorDraft[];
}

/** ONIX codes of list 17, authors first. */
export const ROLES: readonly string[] = Object.values(onixCodeOfRole);

/** ISO 639-2/B, in the order in which French houses need them. */
export const LANGUAGES = [
  'fre',
  'eng',
  'ger',
  'spa',
  'ita',
  'por',
  'dut',
  'ara',
  'bre',
  'oci',
  'cat',
  'baq',
  'cos',
  'gre',
  'rus',
  'jpn',
  'chi',
  'mul',
] as const;

export const blankAuthor = (): AuthorDraft => ({ contributorId: null, displayName: '', role: 'A01' });

export function workDraftOf(record: WorkResponse | undefined): WorkDraft {
  return {
    externalId: orEmpty(record?.externalId),
    title: orEmpty(record?.title),
    subtitle: orEmpty(record?.subtitle),
    originalTitle: orEmpty(record?.originalTitle),
    language: record?.language ?? 'fre',
    collectionId: record?.collection?.id ?? null,
    numberInCollection: orEmpty(record?.numberInCollection),
    summary: orEmpty(record?.summary),
    archived: record?.archived ?? false,
    contributors: record ? record.contributors.map((person) => ({ ...person })) : [blankAuthor()],
  };
}

/** What is sent; a line where nobody was chosen is left out. */
export function workBodyOf(draft: WorkDraft, version: number | undefined): WorkInput & { version?: number } {
  const chosen = draft.contributors.flatMap(({ contributorId, role }) =>
    contributorId === null ? [] : [{ contributorId, role }],
  );
  return {
    ...draft,
    ...(version !== undefined && { version }),
    title: draft.title.trim(),
    externalId: orNull(draft.externalId),
    subtitle: orNull(draft.subtitle),
    originalTitle: orNull(draft.originalTitle),
    numberInCollection: orNull(draft.numberInCollection),
    summary: orNull(draft.summary),
    contributors: chosen,
  } as WorkInput & { version?: number };
}

/** The rules a reader can mend while typing; the API applies the same and has the last word. */
export const workRules = schema<WorkDraft>((path) => {
  required(path.title);
  maxLength(path.title, 500);
  maxLength(path.numberInCollection, 20);
  applyEach(path.contributors, (person) => required(person.role));
});
