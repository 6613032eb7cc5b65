export { defaultWithholdingRates, ratesOn, type AuthorVat, type WithholdingRates } from './rates';
export { deductions, type Deduction, type WithholdingLine } from './desk';
export { readWithholding, sumWithholdings, type PlainWithholding } from './sum-withholdings';
export {
  socialProfiles,
  vatProfiles,
  withhold,
  withholdPart,
  type PaidBefore,
  type TaxProfile,
  type Withholding,
  type WithholdingInput,
} from './withhold';
export {
  profileOfSituation,
  profilePeriods,
  publisherVat,
  residentVat,
  situationOfProfile,
  taxSituations,
  type DeclaredProfile,
  type PublisherVat,
  type SituationInput,
  type TaxSituation,
} from './situations';
export { stateRelief, type StateRelief } from './state-relief';
