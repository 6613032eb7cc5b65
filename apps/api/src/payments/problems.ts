import { mapConstraints } from '../platform/problems/constraints';
import { defineProblems } from '../platform/problems/problem';

export const paymentsProblems = defineProblems({
  'payment-run-empty': {
    status: 422,
    fr: 'Rien n’est à payer à cette date : ni reddition, ni échéance d’à-valoir. Rien n’a été préparé.',
    en: 'Nothing is to be paid by that date: no statement, no instalment of an advance. Nothing was prepared.',
  },
  'payment-run-nobody-payable': {
    status: 422,
    fr: 'Personne ne peut être payé pour l’instant : les {count} versements ont chacun quelque chose à compléter (voir les vérifications). Rien n’a été préparé.',
    en: 'Nobody can be paid for now: each of the {count} payments has something to complete (see the checks). Nothing was prepared.',
  },
  'payment-run-status': {
    status: 409,
    fr: 'Cet ordre de paiement est déjà {status} : quelqu’un a agi entre-temps. Relisez-le avant de continuer. Rien n’a changé.',
    en: 'This payment run is already {statusInEnglish}: somebody acted in between. Read it again before you go on. Nothing changed.',
  },
  'payment-run-own-approval': {
    status: 403,
    fr: 'La maison demande une deuxième personne : qui a préparé ou modifié cet ordre de paiement ne l’approuve pas.',
    en: 'The house asks for a second person: whoever prepared or changed this payment run does not approve it.',
  },
  'payment-run-amounts-changed': {
    status: 409,
    fr: 'Les montants ont changé depuis (taux, plafonds, coordonnées ou autre paiement) : l’ordre est redevenu un brouillon, recalculé, à relire et à approuver.',
    en: 'Amounts have changed since (rates, ceilings, bank details or another payment): the run is a draft again, computed anew, to be read and approved.',
  },
  'payment-file-exported': {
    status: 409,
    fr: 'Le fichier de cet ordre a déjà été produit le {date} par {by}. Il n’est pas produit une deuxième fois : retéléchargez le même, après avoir vérifié qu’il n’a pas déjà été envoyé à la banque.',
    en: 'The file of this run was already made on {date} by {by}. It is not made a second time: download the same one again, once you have checked that it was not sent to the bank already.',
  },
  'payment-house-account-missing': {
    status: 422,
    fr: 'Le compte bancaire de la maison manque ou n’est pas valide : complétez-le dans Réglages › Maison.',
    en: 'The house’s bank account is missing or not valid: complete it under Settings › House.',
  },
  'payment-execution-date': {
    status: 422,
    fr: 'La date d’exécution n’est pas un jour à venir : elle ne précède pas le {today}.',
    en: 'The execution date is not a day to come: it is not before {today}.',
  },
  'payment-executed-in-future': {
    status: 422,
    fr: 'Un paiement est enregistré au plus tôt le jour où la banque l’exécute : cette date est après le {today}.',
    en: 'A payment is recorded on the day the bank executes it at the earliest: this date is after {today}.',
  },
  'payment-executed-too-early': {
    status: 422,
    fr: 'La banque ne peut pas avoir exécuté ce fichier avant qu’il soit produit, le {date}.',
    en: 'The bank can not have executed this file before it was made, on {date}.',
  },
  'payment-executed-otherwise': {
    status: 409,
    fr: 'Au {date}, les retenues ne sont pas celles du fichier envoyé : {count} versements en diffèrent, à cause d’un changement d’année, de taux ou de plafond. Confirmez que la banque a versé les montants du fichier pour les enregistrer tels quels ; rien n’a été enregistré.',
    en: 'On {date}, what is to be withheld is not what the file withheld: {count} payments differ, because of another year, rate or ceiling. Confirm that the bank paid the amounts of the file to record them as they are; nothing was recorded.',
  },
  'payment-item-unknown': {
    status: 422,
    fr: 'Ce versement n’est plus à payer : il a été payé ou mis dans un autre ordre entre-temps.',
    en: 'This is not to be paid any more: it was paid, or put into another run, in between.',
  },
  'payment-marked-on': {
    status: 422,
    fr: 'Le contrat dit que cette échéance a été payée le {date} : enregistrez le versement à cette date.',
    en: 'The contract says that this instalment was paid on {date}: record the payment on that day.',
  },
  'payment-marked-paid': {
    status: 422,
    fr: 'Le contrat dit que cette échéance a déjà été payée : elle n’entre pas dans un ordre de paiement.',
    en: 'The contract says that this instalment was paid already: it does not go into a payment run.',
  },
  'payment-item-duplicated': {
    status: 422,
    fr: 'Le même versement figure deux fois.',
    en: 'The same item is there twice.',
  },
  'payment-advance-in-parts': {
    status: 422,
    fr: 'Une échéance d’à-valoir se paie en entier.',
    en: 'An instalment of an advance is paid whole.',
  },
  'payment-payee-incomplete': {
    status: 422,
    fr: 'Ce paiement ne peut pas être calculé : {reason}',
    en: 'This payment can not be computed: {reasonInEnglish}',
  },
  'payment-not-executed': {
    status: 409,
    fr: 'Seul un paiement exécuté peut être rejeté par la banque ; celui-ci ne l’est pas, ou a déjà été rejeté.',
    en: 'Only an executed payment can be sent back by the bank; this one is not, or was sent back already.',
  },
  'payment-rejected-before': {
    status: 422,
    fr: 'Un rejet ne précède pas l’exécution, le {date}, et n’est pas à venir.',
    en: 'A reject does not come before the execution, on {date}, and is not to come.',
  },
  'payment-more-than-due': {
    status: 409,
    fr: 'Il y aurait plus à payer que ce qui est dû : une partie a été payée ou mise dans un autre ordre entre-temps. Rien n’a été enregistré.',
    en: 'More would be paid than is due: a part was paid, or put into another run, in between. Nothing was saved.',
  },
  'payment-final': {
    status: 409,
    fr: 'Un paiement parti ne change plus ; un rejet de la banque s’enregistre sur le paiement.',
    en: 'A payment that went out no longer changes; what the bank sends back is recorded on the payment.',
  },
  'balance-not-held': {
    status: 409,
    fr: 'Ce contrat n’a pas de solde retenu sous le seuil, ou il est déjà libéré.',
    en: 'This contract has no balance held under its threshold, or it was released already.',
  },
});

mapConstraints({
  royalty_payment_item_within_due: { code: 'payment-more-than-due' },
  royalty_payment_keep_executed: { code: 'payment-final' },
  royalty_payment_item_keep_executed: { code: 'payment-final' },
  payment_run_keep_exported: { code: 'payment-final' },
  balance_release_statement_key: { code: 'balance-not-held' },
});
