export {
  invoiceTotals,
  receiptTotals,
  type DocumentTotals,
  type LineAmount,
  type LinePricing,
  type SaleLine,
  type VatTotal,
} from './totals';
export { creditTotals, type CreditLine, type CreditTotals, type EarlierCredit } from './credit';
