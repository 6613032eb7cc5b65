/**
 * Every way in which what somebody typed, imported or asked for can break a rule of the trade.
 *
 * The list is closed on purpose: the API maps each code to a status and to a sentence in each language, and does not
 * compile while one is missing.
 */
export const ruleCodes = [
  // money
  'amount-malformed',
  'rate-malformed',
  'rate-out-of-range',
  'quantity-malformed',
  'shares-invalid',
  // identifiers
  'isbn-invalid',
  'ean-invalid',
  'gln-invalid',
  'siren-invalid',
  'siret-invalid',
  'vat-number-invalid',
  'iban-invalid',
  'bic-invalid',
  'isni-invalid',
  'nir-invalid',
  // calendar
  'date-malformed',
  'dates-inverted',
  'payment-terms-invalid',
  // catalogue
  'no-price-on-date',
  'prices-ambiguous',
  'price-negative',
  // contracts
  'tiers-missing',
  'tiers-no-open-end',
  'tiers-not-rising',
  'pool-shares-invalid',
  'pool-index-invalid',
  'exclusion-invalid',
  'return-reserve-invalid',
  'copies-before-invalid',
  'threshold-negative',
  'advance-not-positive',
  'clauses-missing',
  'clause-duplicated',
  'clause-malformed',
  'clauses-overlap',
  'clauses-gap',
  'clause-scope-invalid',
  'counter-mixed',
  'tier-kinds-mixed',
  'copies-left-invalid',
  'flat-fee-invalid',
  'payee-invalid',
  'payee-shares-total',
  'guaranteed-minimum-invalid',
  // print runs
  'print-run-transition-refused',
  'print-run-quantity-missing',
  'copies-negative',
  // stock
  'stock-quantity-invalid',
  // sales
  'line-price-missing',
  'line-quantity-invalid',
  'credit-exceeds-line',
  'credit-empty',
  // royalties
  'unknown-edition',
  'unknown-author',
  'unknown-contract',
  'unknown-print-run',
  'duplicate-id',
  'contract-terminated',
  'payment-before-period-end',
  'profile-missing-on-date',
  'unknown-clause',
  'correction-out-of-reach',
  'income-inconsistent',
  'set-off-invalid',
  // withholding
  'no-rates-on-date',
  'gross-not-positive',
  // payments
  'part-exceeds-due',
  'withholding-tax-rate-missing',
  // conformance cases
  'case-malformed',
] as const;

/** The code of a broken rule, one of `ruleCodes`. */
export type RuleCode = (typeof ruleCodes)[number];
