export {
  reversed,
  sumAmounts,
  type AmountName,
  type BeneficiaryAmounts,
  type PaidAmounts,
  type PaidMovement,
} from './paid-movement';
export { inEuros, type InEuros } from './in-euros';
export {
  declaredLines,
  nominativeReturn,
  quarterlyReturn,
  quarters,
  type ContributionReturn,
  type DeclaredLine,
  type PayerContribution,
  type Quarter,
} from './contribution-returns';
export { feeReturn, type DatedThreshold, type FeeReturn, type FeeRow } from './fee-return';
export { monthlyTaxes, type MonthOfTaxes } from './monthly-taxes';
