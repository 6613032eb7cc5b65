import { mapConstraints } from '../platform/problems/constraints';
import { defineProblems } from '../platform/problems/problem';

export const royaltiesProblems = defineProblems({
  'closing-blocked': {
    status: 422,
    fr: 'La clôture ne peut pas être calculée : {where}. {reason}',
    en: 'The closing cannot be computed: {where}. {reasonInEnglish}',
  },
  'closing-before-rates': {
    status: 422,
    fr: 'Les taux de cotisations ne sont connus qu’à partir du {first} : choisissez une date de paiement à partir de ce jour, ou ajoutez les taux plus anciens dans Réglages, Taux.',
    en: 'Contribution rates are only known from {first} on: choose a payment date from that day, or add the earlier rates under Settings, Rates.',
  },
  'rates-missing': {
    status: 422,
    fr: 'Aucun taux de cotisations n’est enregistré pour un paiement le {date}. Confirmez ceux de {before} pour {year} dans Réglages, Taux (un clic), ou choisissez une autre date de paiement. Rien d’autre n’est bloqué.',
    en: 'No contribution rates are recorded for a payment on {date}. Confirm those of {before} for {year} under Settings, Rates (one click), or choose another payment date. Nothing else is blocked.',
  },
  'rates-nothing-to-copy': {
    status: 422,
    fr: 'Aucun taux n’est enregistré jusqu’au 31 décembre {before} : saisissez ceux de {year}.',
    en: 'No rates are recorded up to 31 December {before}: enter those of {year}.',
  },
  'treaty-rate-used': {
    status: 409,
    fr: 'Un taux existe déjà pour ce pays à cette date.',
    en: 'A rate already exists for this country on this date.',
  },
  'threshold-used': {
    status: 409,
    fr: 'Un seuil existe déjà à cette date.',
    en: 'A threshold already exists on this date.',
  },
  'closing-nothing-to-state': {
    status: 422,
    fr: 'Aucun contrat actif n’est concerné : activez d’abord les contrats.',
    en: 'No active contract is concerned: activate the contracts first.',
  },
  'closing-period-overlaps': {
    status: 409,
    fr: 'La période du {from} au {to} est déjà clôturée en partie : commencez après le {to}.',
    en: 'The period from {from} to {to} is already closed in part: begin after {to}.',
  },
  'closing-period-too-late': {
    status: 422,
    fr: 'Cette période finit après l’année en cours : vérifiez sa date de fin.',
    en: 'This period ends after the current year: check its last day.',
  },
  'closing-run-not-accepted': {
    status: 422,
    fr: 'Ce tirage n’est pas accepté : seul un tirage accepté se clôture.',
    en: 'This print run is not accepted: only an accepted run can be closed.',
  },
  'closing-run-already-paid': {
    status: 422,
    fr: 'Les droits de ce tirage ont déjà été payés avant Colophon : il ne se clôture pas.',
    en: 'The royalties of this run were paid before Colophon: it is not closed.',
  },
  'closing-run-used': {
    status: 409,
    fr: 'Une clôture existe déjà pour ce tirage : ouvrez-la dans la liste des clôtures.',
    en: 'A closing already exists for this print run: open it in the list of closings.',
  },
  'closing-closed': {
    status: 409,
    fr: 'Cette clôture est terminée : ses redditions ne changent plus. Une correction paraîtra dans la suivante.',
    en: 'This closing is done: its statements no longer change. A correction appears in the next one.',
  },
  'closing-contract-not-terminated': {
    status: 422,
    fr: 'Ce contrat n’est pas résilié : indiquez d’abord sa date de fin sur sa page.',
    en: 'This contract is not terminated: give its end date on its page first.',
  },
  'closing-final-statement-used': {
    status: 409,
    fr: 'Ce contrat a déjà sa reddition finale : ouvrez-la dans la liste des clôtures.',
    en: 'This contract already has its final statement: open it in the list of closings.',
  },
  'closing-not-approved': {
    status: 409,
    fr: 'La maison demande l’accord d’une deuxième personne : faites approuver ce projet avant de le clôturer.',
    en: 'The house wants a second person’s approval: have this draft approved before closing it.',
  },
  'closing-still-draft': {
    status: 409,
    fr: 'Cette clôture est encore un projet : elle se vérifie une fois terminée.',
    en: 'This closing is still a draft: it is verified once it is done.',
  },
  'closing-own-approval': {
    status: 409,
    fr: 'Vous avez créé ou calculé ce projet : une autre personne doit l’approuver.',
    en: 'You created or computed this draft: someone else has to approve it.',
  },
  'closing-draft-stale': {
    status: 409,
    fr: 'Des données ont changé depuis ce projet (redditions concernées : {count}). Le projet vient d’être recalculé : relisez-le avant de clôturer.',
    en: 'Facts have changed since this draft (statements concerned: {count}). The draft was computed anew: read it again before closing.',
  },
  'closing-gap-unexplained': {
    status: 422,
    fr: 'Des redditions ({count}) ont un stock qui ne s’équilibre pas : indiquez pour chacune un motif, qui sera imprimé.',
    en: 'Some statements ({count}) have a stock that does not balance: give each a reason, which is printed.',
  },
  'closing-history-changed': {
    status: 409,
    fr: 'La reddition {number} ne se retrouve plus à l’identique : un contrat, un prix ou un tirage clôturé a été modifié. Rien n’a été enregistré : donnez ce numéro à la personne qui vous aide.',
    en: 'Statement {number} can no longer be found again exactly: a closed contract, price or run was changed. Nothing was saved: give this number to whoever helps you.',
  },
  'closing-release-under-way': {
    status: 409,
    fr: 'Le solde de {contract}, versé malgré le seuil, est dans un fichier remis à la banque : constatez d’abord ce paiement, sinon la reddition le verserait une seconde fois.',
    en: 'The balance of {contract}, paid despite the threshold, is in a file that the bank has: record that payment first, or the statement would pay it a second time.',
  },
  'closing-other-running': {
    status: 409,
    fr: 'Une autre personne clôture en ce moment. Attendez qu’elle ait terminé, puis rechargez la page.',
    en: 'Someone else is closing right now. Wait until they are done, then reload the page.',
  },
  'simulation-nothing-chosen': {
    status: 422,
    fr: 'Choisissez une édition, ou partez d’un contrat vierge.',
    en: 'Choose an edition, or begin with a blank contract.',
  },
  'simulation-edition-without-contract': {
    status: 422,
    fr: 'Aucun contrat n’a de clause sur cette édition : partez d’un contrat vierge.',
    en: 'No contract has a clause on this edition: begin with a blank contract.',
  },
  'simulation-price-needed': {
    status: 422,
    fr: 'Indiquez le prix public TTC supposé.',
    en: 'Give the retail price that is supposed, VAT included.',
  },
  'rates-overlap': {
    status: 409,
    fr: 'Des taux existent déjà pour une partie de ces dates.',
    en: 'Rates already exist for part of these dates.',
  },
  'rates-used': {
    status: 409,
    fr: 'Une reddition close est payée à ces taux, jusqu’au {until} : ils ne changent plus. Arrêtez cette ligne après cette date et ajoutez-en une autre.',
    en: 'A closed statement is paid at these rates, until {until}: they no longer change. End this row after that date and add another.',
  },
});

mapConstraints({
  treaty_rate_from_key: { code: 'treaty-rate-used', pointer: '/validFrom' },
  declaration_threshold_from_key: { code: 'threshold-used', pointer: '/validFrom' },
  closing_termination_key: { code: 'closing-final-statement-used', pointer: '/contractId' },
  closing_approver_check: { code: 'closing-own-approval' },
  closing_print_run_key: { code: 'closing-run-used', pointer: '/printRunId' },
  closing_keep_closed: { code: 'closing-closed' },
  royalty_statement_keep_closed: { code: 'closing-closed' },
  closing_payment_date_check: { code: 'payment-before-period-end', pointer: '/paymentDate' },
  closing_period_check: { code: 'dates-inverted', pointer: '/periodTo' },
  withholding_rate_from_key: { code: 'rates-overlap', pointer: '/validFrom' },
  withholding_rate_overlap: { code: 'rates-overlap', pointer: '/validFrom' },
  withholding_rate_dates_check: { code: 'dates-inverted', pointer: '/validTo' },
});
