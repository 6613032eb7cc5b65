import { required, schema } from '@angular/forms/signals';
import type { TaxProfile, TaxProfileResponse } from '@colophon/api-client';
import { countryNamed } from '@colophon/domain/identifiers';
import { taxSituations, type TaxSituation } from '@colophon/domain/withholding';
import { check, orEmpty, orNull, percentage } from '../../platform/forms';

/** How a contributor is taxed from a day on, while it is typed. */
export interface TaxProfileDraft {
  validFrom: string;
  situation: TaxSituation;
  vat: TaxProfileResponse['vat'];
  withholdingTaxRate: string;
  exemptUntil: string;
  certificateNumber: string;
  certificateFileId: number | null;
  /** Its name, as people write it. */
  country: string;
  form5000On: string;
  form5003On: string;
  formsUntil: string;
}

export { taxSituations };

export const isAbroad = (situation: TaxSituation | undefined): boolean =>
  situation === 'abroad' || situation === 'treaty';

/** What most authors are: withheld by the house, for contributions and for VAT. */
export const blankProfile = (validFrom: string): TaxProfileDraft => ({
  ...{ validFrom, situation: 'author', vat: 'withheld', withholdingTaxRate: '', exemptUntil: '' },
  ...{ certificateNumber: '', certificateFileId: null, country: '', form5000On: '', form5003On: '', formsUntil: '' },
});

export function profileDraftOf(profile: TaxProfileResponse, locale: string): TaxProfileDraft {
  return {
    ...{ validFrom: profile.validFrom, situation: profile.situation, vat: profile.vat },
    withholdingTaxRate: isAbroad(profile.situation) ? profile.withholdingTaxRate : '',
    exemptUntil: orEmpty(profile.exemptUntil),
    certificateNumber: orEmpty(profile.certificateNumber),
    certificateFileId: profile.certificateFileId,
    country: profile.country ? countryName(profile.country, locale) : '',
    form5000On: orEmpty(profile.form5000On),
    form5003On: orEmpty(profile.form5003On),
    formsUntil: orEmpty(profile.formsUntil),
  };
}

export const countryName = (code: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;

/** What is sent: only what the situation has. */
export function profileBodyOf(draft: TaxProfileDraft): TaxProfile {
  const { validFrom, situation } = draft;
  if (isAbroad(situation)) return { validFrom, situation, ...abroadBody(draft) };
  const vat = draft.vat === 'reverseCharge' ? 'withheld' : draft.vat;
  if (situation !== 'exempt') return { validFrom, situation, vat };
  const { certificateFileId } = draft;
  return {
    ...{ validFrom, situation, vat, certificateFileId },
    exemptUntil: orNull(draft.exemptUntil),
    certificateNumber: orNull(draft.certificateNumber),
  };
}

function abroadBody(draft: TaxProfileDraft): Partial<TaxProfile> {
  const rate = draft.withholdingTaxRate.trim();
  const forms = {
    form5000On: orNull(draft.form5000On),
    form5003On: orNull(draft.form5003On),
    formsUntil: orNull(draft.formsUntil),
  };
  return {
    ...(draft.vat === 'none' && { vat: 'none' as const }),
    ...(rate && { withholdingTaxRate: rate }),
    country: countryNamed(draft.country) ?? null,
    ...(draft.situation === 'treaty' && forms),
  };
}

export const profileRules = schema<TaxProfileDraft>((path) => {
  required(path.validFrom);
  percentage(path.withholdingTaxRate);
  check(path.country, (text) => countryNamed(text) !== undefined, 'country');
});
