import type { RuleCode } from '@colophon/domain/rules';

import { defineProblems, type ProblemText } from './problem';

/** The sentences of the domain's rules; a rule without one does not compile. */
const texts: Record<RuleCode, ProblemText> = {
  'amount-malformed': {
    status: 422,
    fr: 'Un montant est attendu, avec deux décimales au plus (12.34).',
    en: 'An amount is expected, with two decimals at most (12.34).',
  },
  'rate-malformed': { status: 422, fr: 'Un pourcentage est attendu (5.5).', en: 'A percentage is expected (5.5).' },
  'rate-out-of-range': { status: 422, fr: 'Un taux va de 0 à 100 %.', en: 'A rate goes from 0 to 100%.' },
  'quantity-malformed': {
    status: 422,
    fr: 'Un nombre entier d’exemplaires est attendu.',
    en: 'A whole number of copies is expected.',
  },
  'shares-invalid': { status: 422, fr: 'Les parts doivent être positives.', en: 'Shares must be positive.' },
  'isbn-invalid': {
    status: 422,
    fr: 'Cet ISBN n’est pas valable : vérifiez ses chiffres, sa clé ne correspond pas.',
    en: 'This ISBN is not valid: check its digits, the check digit does not match.',
  },
  'ean-invalid': {
    status: 422,
    fr: 'Ce code EAN n’est pas valable : vérifiez ses 13 chiffres.',
    en: 'This EAN is not valid: check its 13 digits.',
  },
  'gln-invalid': {
    status: 422,
    fr: 'Ce GLN n’est pas valable : vérifiez ses 13 chiffres.',
    en: 'This GLN is not valid: check its 13 digits.',
  },
  'siren-invalid': {
    status: 422,
    fr: 'Ce SIREN n’est pas valable : vérifiez ses 9 chiffres.',
    en: 'This SIREN is not valid: check its 9 digits.',
  },
  'siret-invalid': {
    status: 422,
    fr: 'Ce SIRET n’est pas valable : vérifiez ses 14 chiffres.',
    en: 'This SIRET is not valid: check its 14 digits.',
  },
  'vat-number-invalid': { status: 422, fr: 'Ce numéro de TVA n’est pas valable.', en: 'This VAT number is not valid.' },
  'iban-invalid': {
    status: 422,
    fr: 'Cet IBAN n’est pas valable : vérifiez chaque caractère.',
    en: 'This IBAN is not valid: check each character.',
  },
  'bic-invalid': {
    status: 422,
    fr: 'Ce BIC n’est pas valable : 8 ou 11 caractères.',
    en: 'This BIC is not valid: 8 or 11 characters.',
  },
  'isni-invalid': {
    status: 422,
    fr: 'Cet ISNI n’est pas valable : vérifiez ses 16 caractères.',
    en: 'This ISNI is not valid: check its 16 characters.',
  },
  'nir-invalid': {
    status: 422,
    fr: 'Ce numéro de sécurité sociale n’est pas valable : vérifiez ses 15 chiffres.',
    en: 'This social-security number is not valid: check its 15 digits.',
  },
  'date-malformed': {
    status: 422,
    fr: 'Une date existante est attendue (2026-06-30).',
    en: 'An existing date is expected (2026-06-30).',
  },
  'dates-inverted': {
    status: 422,
    fr: 'La date de fin précède la date de début.',
    en: 'The end date is before the start date.',
  },
  'payment-terms-invalid': {
    status: 422,
    fr: 'Ces conditions de règlement ne sont pas utilisables.',
    en: 'These payment terms cannot be used.',
  },
  'no-price-on-date': {
    status: 422,
    fr: 'Aucun prix n’est en vigueur à cette date : ajoutez un prix à l’édition, avec une date de début antérieure.',
    en: 'No price is in force on this date: add a price to the edition that begins before it.',
  },
  'prices-ambiguous': {
    status: 422,
    fr: 'Deux prix commencent à la même date : gardez-en un.',
    en: 'Two prices begin on the same date: keep one.',
  },
  'price-negative': { status: 422, fr: 'Un prix ne peut pas être négatif.', en: 'A price cannot be negative.' },
  'tiers-missing': { status: 422, fr: 'Indiquez au moins un taux.', en: 'Give at least one rate.' },
  'tiers-no-open-end': {
    status: 422,
    fr: 'Le dernier palier doit rester ouvert : sans cela, rien ne dit le taux des exemplaires suivants.',
    en: 'The last tier must be open: otherwise nothing gives the rate of the copies after it.',
  },
  'tiers-not-rising': {
    status: 422,
    fr: 'Les plafonds des paliers doivent aller en montant.',
    en: 'The ceilings of the tiers must rise.',
  },
  'pool-shares-invalid': {
    status: 422,
    fr: 'Les parts du taux commun doivent être positives et faire 100 % ensemble.',
    en: 'The shares of the common rate must be positive and add up to 100%.',
  },
  'pool-index-invalid': {
    status: 422,
    fr: 'La part de cette personne n’est pas dans la liste des parts.',
    en: 'This person’s share is not in the list of shares.',
  },
  'exclusion-invalid': {
    status: 422,
    fr: 'Une exclusion est un nombre d’exemplaires positif, ou un pourcentage de 0 à 100.',
    en: 'An exclusion is a positive number of copies, or a percentage from 0 to 100.',
  },
  'return-reserve-invalid': {
    status: 422,
    fr: 'La provision pour retours demande un pourcentage et un nombre de redditions.',
    en: 'The reserve for returns needs a percentage and a number of statements.',
  },
  'copies-before-invalid': {
    status: 422,
    fr: 'Le nombre d’exemplaires antérieurs ne peut pas être négatif.',
    en: 'The number of earlier copies cannot be negative.',
  },
  'threshold-negative': {
    status: 422,
    fr: 'Le seuil de paiement ne peut pas être négatif.',
    en: 'The payment threshold cannot be negative.',
  },
  'advance-not-positive': {
    status: 422,
    fr: 'Un à-valoir est un montant positif.',
    en: 'An advance is a positive amount.',
  },
  'clauses-missing': {
    status: 422,
    fr: 'Ajoutez au moins une clause : sans elle, ce contrat ne rapporte rien.',
    en: 'Add at least one clause: without it this contract earns nothing.',
  },
  'clause-duplicated': {
    status: 422,
    fr: 'Deux clauses portent sur la même édition et la même assiette : le même exemplaire serait payé deux fois.',
    en: 'Two clauses have the same edition and basis: the same copy would be paid twice.',
  },
  'clause-malformed': {
    status: 422,
    fr: 'Cette clause est incomplète : {message}',
    en: 'This clause is incomplete: {message}',
  },
  'clauses-overlap': {
    status: 422,
    fr: 'Deux clauses s’appliqueraient le même jour aux mêmes exemplaires ou aux mêmes recettes : terminez l’une avant le début de l’autre, ou précisez leurs canaux ou leurs territoires.',
    en: 'Two clauses would apply on one day to the same copies or income: end one before the other begins, or say their channels or territories.',
  },
  'clauses-gap': {
    status: 422,
    fr: 'Aucune clause ne s’applique du {from} au {until} : faites commencer la clause le {from}, ou prolongez la précédente.',
    en: 'No clause applies from {from} to {until}: let the clause begin on {from}, or extend the one before.',
  },
  'clause-scope-invalid': {
    status: 422,
    fr: 'Un canal est un mot, un territoire le code d’un pays en deux lettres (BE), chacun une seule fois.',
    en: 'A channel is a word, a territory the two-letter code of a country (BE), each of them once.',
  },
  'counter-mixed': {
    status: 422,
    fr: 'Un compteur commun réunit des clauses à paliers dont aucun exemplaire ne compte deux fois : donnez un autre compteur à cette clause.',
    en: 'A shared counter joins clauses with tiers in which no copy counts twice: give this clause another counter.',
  },
  'tier-kinds-mixed': {
    status: 422,
    fr: 'Chaque palier a soit un taux, soit un montant par exemplaire, et tous les paliers d’une clause ont le même des deux.',
    en: 'Each tier has either a rate or an amount per copy, and all tiers of a clause have the same of the two.',
  },
  'copies-left-invalid': {
    status: 422,
    fr: 'Les exemplaires restant à vendre sont un nombre entier, dans une clause qui a une date de fin.',
    en: 'The copies left to sell are a whole number, in a clause that has a last day.',
  },
  'flat-fee-invalid': {
    status: 422,
    fr: 'Un forfait est un montant positif avec sa date d’échéance.',
    en: 'A flat fee is an amount above zero with the day on which it is due.',
  },
  'payee-invalid': {
    status: 422,
    fr: 'Chaque bénéficiaire est nommé une seule fois, comme auteur, ayant droit ou agent, avec une part supérieure à zéro.',
    en: 'Each payee is named once, as an author, rights holder or agent, with a share above zero.',
  },
  'payee-shares-total': {
    status: 422,
    fr: 'Les parts des auteurs et des ayants droit font ensemble {total} % : elles doivent faire 100 %, et celles des agents 100 % au plus.',
    en: 'The shares of authors and rights holders add up to {total}%: they must add up to 100%, and those of agents to 100% at most.',
  },
  'guaranteed-minimum-invalid': {
    status: 422,
    fr: 'Le minimum garanti ne peut pas être négatif.',
    en: 'The guaranteed minimum cannot be below zero.',
  },
  'print-run-transition-refused': {
    status: 422,
    fr: 'Ce tirage ne peut pas passer à cet état.',
    en: 'This print run cannot go to this state.',
  },
  'print-run-quantity-missing': {
    status: 422,
    fr: 'Indiquez la quantité avant de continuer.',
    en: 'Give the quantity before going on.',
  },
  'copies-negative': {
    status: 422,
    fr: 'Un nombre d’exemplaires ne peut pas être négatif.',
    en: 'A number of copies cannot be negative.',
  },
  'stock-quantity-invalid': {
    status: 422,
    fr: 'Cette quantité n’est pas utilisable dans un mouvement de stock.',
    en: 'This quantity cannot be used in a stock movement.',
  },
  'line-price-missing': { status: 422, fr: 'Cette ligne n’a pas de prix.', en: 'This line has no price.' },
  'line-quantity-invalid': {
    status: 422,
    fr: 'La quantité d’une ligne est un nombre entier positif.',
    en: 'The quantity of a line is a positive whole number.',
  },
  'credit-exceeds-line': {
    status: 422,
    fr: 'L’avoir dépasse ce qui reste à créditer sur cette ligne.',
    en: 'The credit is more than what is left of this line.',
  },
  'credit-empty': {
    status: 422,
    fr: 'Un avoir porte sur au moins un exemplaire.',
    en: 'A credit note has at least one copy.',
  },
  'unknown-edition': { status: 422, fr: 'Cette édition n’existe pas.', en: 'This edition does not exist.' },
  'unknown-author': { status: 422, fr: 'Cette personne n’existe pas.', en: 'This person does not exist.' },
  'unknown-contract': { status: 422, fr: 'Ce contrat n’existe pas.', en: 'This contract does not exist.' },
  'unknown-print-run': { status: 422, fr: 'Ce tirage n’existe pas.', en: 'This print run does not exist.' },
  'duplicate-id': { status: 422, fr: 'Cet identifiant est utilisé deux fois.', en: 'This identifier is used twice.' },
  'contract-terminated': { status: 409, fr: 'Ce contrat est résilié.', en: 'This contract is terminated.' },
  'payment-before-period-end': {
    status: 422,
    fr: 'La date de paiement prévue ne peut pas précéder la fin de la période.',
    en: 'The planned payment date cannot be before the end of the period.',
  },
  'profile-missing-on-date': {
    status: 422,
    fr: 'Aucun profil fiscal n’est en vigueur à la date de paiement.',
    en: 'No tax profile is in force on the payment date.',
  },
  'unknown-clause': { status: 422, fr: 'Ce contrat n’a pas cette clause.', en: 'This contract has no such clause.' },
  'correction-out-of-reach': {
    status: 422,
    fr: 'Une correction change un taux, des paliers, des parts, des exclusions ou un montant : pour changer le reste, ajoutez une clause par avenant.',
    en: 'A correction changes a rate, tiers, shares, exclusions or an amount: to change anything else, add a clause by amendment.',
  },
  'income-inconsistent': {
    status: 422,
    fr: 'Les montants de cette recette se contredisent : {message}',
    en: 'The amounts of this income contradict each other: {message}',
  },
  'set-off-invalid': {
    status: 422,
    fr: 'Une convention de compensation réunit au moins deux contrats différents d’un même auteur.',
    en: 'A set-off agreement joins at least two different contracts of one author.',
  },
  'no-rates-on-date': {
    status: 422,
    fr: 'Aucun taux de cotisations n’est enregistré pour un paiement le {date} : dans Réglages, Taux, confirmez ceux de l’année précédente en un clic, ou saisissez-les.',
    en: 'No contribution rates are recorded for a payment on {date}: under Settings, Rates, confirm last year’s with one click, or enter them.',
  },
  'gross-not-positive': {
    status: 422,
    fr: 'Le montant brut doit être positif.',
    en: 'The gross amount must be positive.',
  },
  'part-exceeds-due': {
    status: 422,
    fr: 'Il reste {due} € à payer : un versement de {gross} € serait trop.',
    en: '{due} € is left to pay: a payment of {gross} € would be too much.',
  },
  'withholding-tax-rate-missing': {
    status: 422,
    fr: 'Indiquez le taux de la retenue à la source de cette autrice ou de cet auteur qui vit hors de France.',
    en: 'Give the rate of the tax withheld from this author, who lives outside France.',
  },
  'case-malformed': {
    status: 422,
    fr: 'Ces données sont incomplètes : {message}',
    en: 'These data are incomplete: {message}',
  },
};

defineProblems(texts);
