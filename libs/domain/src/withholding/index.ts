export { defaultWithholdingRates, ratesOn, type WithholdingRates } from './rates';
export {
  deductions,
  socialProfiles,
  vatProfiles,
  withhold,
  type TaxProfile,
  type Withholding,
  type WithholdingInput,
  type WithholdingLine,
} from './withhold';
