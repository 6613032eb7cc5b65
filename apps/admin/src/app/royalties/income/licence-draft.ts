import { maxLength, required, schema, validate } from '@angular/forms/signals';
import type { LicenceInput, LicenceResponse } from '@colophon/api-client';
import { check, orEmpty, orNull } from '../../platform/forms';
import { areCountries, countryNames, readCountries } from './income';

/** A licence as its form holds it; countries by their names. */
export interface LicenceDraft {
  reference: string;
  workId: number | null;
  licensee: string;
  right: LicenceInput['right'];
  territories: string;
  language: string;
  signedOn: string;
  startsOn: string;
  endsOn: string;
  advance: string;
  authorInformedOn: string;
  note: string;
}

export function licenceDraftOf(
  record: LicenceResponse | undefined,
  locale: string,
  workId: number | null,
): LicenceDraft {
  return {
    reference: orEmpty(record?.reference),
    workId: record?.workId ?? workId,
    licensee: orEmpty(record?.licensee),
    right: record?.right ?? 'translation',
    territories: countryNames(record?.territories ?? [], locale),
    language: orEmpty(record?.language),
    signedOn: orEmpty(record?.signedOn),
    startsOn: orEmpty(record?.startsOn),
    endsOn: orEmpty(record?.endsOn),
    advance: orEmpty(record?.advance),
    authorInformedOn: orEmpty(record?.authorInformedOn),
    note: orEmpty(record?.note),
  };
}

export function licenceBodyOf(draft: LicenceDraft): LicenceInput {
  return {
    reference: draft.reference.trim(),
    workId: draft.workId ?? 0,
    licensee: draft.licensee.trim(),
    right: draft.right,
    territories: readCountries(draft.territories),
    language: orNull(draft.language),
    signedOn: orNull(draft.signedOn),
    startsOn: orNull(draft.startsOn),
    endsOn: orNull(draft.endsOn),
    advance: orNull(draft.advance),
    authorInformedOn: orNull(draft.authorInformedOn),
    note: orNull(draft.note),
  };
}

export const licenceRules = schema<LicenceDraft>((path) => {
  required(path.reference);
  required(path.workId);
  required(path.licensee);
  maxLength(path.reference, 60);
  maxLength(path.licensee, 200);
  check(path.territories, areCountries, 'country');
  validate(path.endsOn, ({ value, valueOf }) =>
    value() && valueOf(path.startsOn) && value() < valueOf(path.startsOn) ? { kind: 'inverted' } : null,
  );
});
