/**
 * Where the words of a coded column stand, by record and column. The page that shows the record has loaded them, so that
 * its history says them as it does.
 */
export const VALUE_WORDS: Readonly<Record<string, string>> = {
  'closing.kind': 'royalties.closings.kinds',
  'closing.status': 'ui.history.values.closing',
  'contract.basis': 'contracts.bases',
  'contract.statement_frequency': 'contracts.frequencies',
  'contract.status': 'contracts.statuses',
  'contract.unit_price_rounding': 'contracts.roundings',
  'contributor.kind': 'contributors.kinds',
  'contributor.situation': 'tax.situations',
  'contributor.social': 'tax.socials',
  'contributor.vat': 'tax.vats',
  'edition.availability': 'catalogue.availabilities',
  'edition.product_form': 'catalogue.forms',
  'invoice.kind': 'sales.invoices.kinds',
  'invoice.status': 'ui.history.values.invoice',
  'invoice.vat_regime': 'sales.invoices.regimes',
  'point_of_sale.kind': 'parties.pointsOfSale.kinds',
  'royalty_payment.status': 'payments.statuses',
  'royalty_payment.method': 'payments.methods',
  'point_of_sale.payment_term_kind': 'ui.history.values.paymentTerms',
  'print_run.status': 'printRuns.statuses',
  'work.language': 'catalogue.languages',
  'work.role': 'contributors.roles',
};
