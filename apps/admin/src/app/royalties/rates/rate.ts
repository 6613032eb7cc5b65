import type { WithholdingRateInput, WithholdingRateResponse } from '@colophon/api-client';

/** What is in percent, in the order the accountant reads it. */
export const RATE_FIGURES = [
  'socialBaseRate',
  'csgRate',
  'crdsRate',
  'pensionRate',
  'trainingRate',
  'vatRate',
  'vatKeptRate',
  'payerRate',
  'payerTrainingRate',
] as const;
/** For certificates, a house overseas, and authors abroad. */
export const MORE_FIGURES = [
  'pensionReliefRate',
  'uncappedPensionReliefRate',
  'overseasVatRate',
  'overseasVatKeptRate',
  'withholdingTaxRate',
] as const;
export type RateFigure = (typeof RATE_FIGURES)[number] | (typeof MORE_FIGURES)[number];

export type RateDraft = { -readonly [Member in keyof WithholdingRateInput]-?: string };

const EMPTY: RateDraft = {
  validFrom: '',
  validTo: '',
  yearlyCeiling: '',
  socialBaseRate: '',
  csgRate: '',
  crdsRate: '',
  pensionRate: '',
  trainingRate: '',
  vatRate: '',
  vatKeptRate: '',
  payerRate: '',
  payerTrainingRate: '',
  pensionReliefRate: '',
  uncappedPensionReliefRate: '',
  overseasVatRate: '',
  overseasVatKeptRate: '',
  withholdingTaxRate: '',
  note: '',
};

export function rateDraftOf(rate: WithholdingRateResponse | undefined): RateDraft {
  if (!rate) return { ...EMPTY };
  const { id: _id, version: _version, usedUntil: _usedUntil, copiedFrom: _copiedFrom, note, ...draft } = rate;
  return { ...draft, note: note ?? '' };
}

/** The year after the latest row: its percentages to be checked, its ceiling to be entered, for it changes each year. */
export function nextRateDraft(latest: WithholdingRateResponse | undefined): RateDraft {
  if (!latest) return { ...EMPTY };
  const year = Number(latest.validTo.slice(0, 4)) + 1;
  const isWholeYear = latest.validTo.endsWith('-12-31');
  const days = isWholeYear ? { validFrom: `${year}-01-01`, validTo: `${year}-12-31` } : { validFrom: '', validTo: '' };
  return { ...rateDraftOf(latest), ...days, yearlyCeiling: '', note: '' };
}
