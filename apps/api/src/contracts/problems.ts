import type { ContractWarningCode } from '@colophon/domain/contracts';

import { mapConstraints } from '../platform/problems/constraints';
import { defineProblems, type ProblemText } from '../platform/problems/problem';

export const contractProblems = defineProblems({
  'contract-not-computable': {
    status: 422,
    fr: 'Ce contrat ne peut pas être calculé sans deviner : corrigez ce qui suit, ou enregistrez-le comme brouillon.',
    en: 'This contract cannot be computed without guessing: correct what follows, or save it as a draft.',
  },
  'contract-reference-used': {
    status: 409,
    fr: 'Un autre contrat porte déjà cette référence.',
    en: 'Another contract already has this reference.',
  },
  'contract-external-id-used': {
    status: 409,
    fr: 'Un autre contrat porte déjà cette référence externe.',
    en: 'Another contract already has this external reference.',
  },
  'contract-contributor-unknown': {
    status: 422,
    fr: 'Cette personne n’existe pas : choisissez-en une dans la liste.',
    en: 'This person does not exist: choose one from the list.',
  },
  'contract-work-unknown': {
    status: 422,
    fr: 'Cette œuvre n’existe pas : choisissez-en une dans la liste.',
    en: 'This work does not exist: choose one from the list.',
  },
  'edition-of-other-work': {
    status: 422,
    fr: 'Cette édition n’est pas une édition de l’œuvre du contrat.',
    en: 'This edition is not an edition of the contract’s work.',
  },
  'contract-status-refused': {
    status: 409,
    fr: 'Un contrat passe de brouillon à actif, puis à résilié ; il ne revient pas en arrière.',
    en: 'A contract goes from draft to active, then to terminated; it does not go back.',
  },
  'termination-date-missing': {
    status: 422,
    fr: 'Indiquez la date de la résiliation.',
    en: 'Give the date of the termination.',
  },
  'clause-unknown': {
    status: 422,
    fr: 'Cette clause n’appartient pas à ce contrat : rechargez la page.',
    en: 'This clause does not belong to this contract: reload the page.',
  },
  'advance-unknown': {
    status: 422,
    fr: 'Cet à-valoir n’appartient pas à ce contrat : rechargez la page.',
    en: 'This advance does not belong to this contract: reload the page.',
  },
  'clause-used': {
    status: 409,
    fr: 'Une reddition close a été calculée avec cette clause : elle ne change plus. Si elle change pour l’avenir, faites un avenant ; si elle a été mal saisie, corrigez-la.',
    en: 'A closed statement was computed with this clause: it no longer changes. If it changes from now on, make an amendment; if it was entered wrong, correct it.',
  },
  'payee-unknown': {
    status: 422,
    fr: 'Cette part n’appartient pas à ce contrat : rechargez la page.',
    en: 'This share does not belong to this contract: reload the page.',
  },
  'payees-stated': {
    status: 409,
    fr: 'Des redditions closes ont été réparties ainsi. Pour changer de bénéficiaires, ajoutez-les à partir d’un jour qui suit la dernière reddition.',
    en: 'Closed statements were shared this way. To change the payees, add the new ones from a day after the last statement.',
  },
  'minimum-stated': {
    status: 409,
    fr: 'Une reddition close est déjà allée jusqu’à ce minimum ou à ce terme : ils ne changent plus.',
    en: 'A closed statement has already come to this minimum or to this term: they no longer change.',
  },
  'amendment-too-early': {
    status: 422,
    fr: 'La dernière reddition close va jusqu’au {statedUntil} : un avenant prend effet après. Ce qui a été mal saisi avant se corrige, clause par clause.',
    en: 'The last closed statement goes up to {statedUntil}: an amendment takes effect after it. What was entered wrong before is corrected, clause by clause.',
  },
  'amendment-empty': {
    status: 422,
    fr: 'Un avenant change au moins une clause : dites laquelle finit, ou ajoutez-en une.',
    en: 'An amendment changes one clause at least: say which one ends, or add one.',
  },
  'clause-ended': {
    status: 422,
    fr: 'Cette clause n’est pas en vigueur ce jour-là : elle ne peut pas finir la veille.',
    en: 'This clause is not in force on that day: it cannot end on the day before.',
  },
  'contract-not-active': {
    status: 409,
    fr: 'Seul un contrat actif peut être amendé ou résilié.',
    en: 'Only an active contract can be amended or terminated.',
  },
  'contract-final': {
    status: 409,
    fr: 'La reddition finale de ce contrat est close : sa date de fin ne change plus.',
    en: 'The final statement of this contract is closed: its last day no longer changes.',
  },
  'termination-too-early': {
    status: 422,
    fr: 'La dernière reddition close va jusqu’au {statedUntil} : la résiliation ne peut pas la précéder.',
    en: 'The last closed statement goes up to {statedUntil}: the termination cannot come before.',
  },
  'correction-unneeded': {
    status: 409,
    fr: 'Aucune reddition close n’a utilisé cette clause : modifiez simplement le contrat.',
    en: 'No closed statement has used this clause: simply edit the contract.',
  },
  'correction-same': {
    status: 422,
    fr: 'Rien n’est corrigé : c’est déjà ce qui est enregistré.',
    en: 'Nothing is corrected: this is what is recorded already.',
  },
  'price-correction-date': {
    status: 422,
    fr: 'Ce jour n’est pas encore venu : changez simplement les prix de l’édition.',
    en: 'This day has not come yet: simply change the prices of the edition.',
  },
  'set-off-one': {
    status: 422,
    fr: 'Une compensation lie au moins deux contrats.',
    en: 'A set-off joins two contracts at least.',
  },
  'set-off-other-author': {
    status: 422,
    fr: 'Une compensation lie les contrats d’une seule personne.',
    en: 'A set-off joins the contracts of one person.',
  },
  'set-off-stated': {
    status: 409,
    fr: 'Des redditions closes suivent le premier jour de cette compensation : faites-la commencer après elles.',
    en: 'Closed statements come after the first day of this set-off: make it begin after them.',
  },
  'advance-paid': {
    status: 409,
    fr: 'Cette échéance d’à-valoir est déjà payée.',
    en: 'This instalment of an advance is already paid.',
  },
  'advance-used': {
    status: 409,
    fr: 'Une reddition close a déjà tenu compte de cet à-valoir : il ne change plus. Ajoutez-en un autre.',
    en: 'A closed statement has counted this advance: it no longer changes. Add another one.',
  },
  'contract-stated': {
    status: 409,
    fr: 'Des redditions closes ont été calculées avec ce contrat : la personne, l’œuvre et l’arrondi du prix ne changent plus. Faites un nouveau contrat.',
    en: 'Closed statements were computed with this contract: its person, work and price rounding no longer change. Make a new contract.',
  },
  'clause-too-late': {
    status: 409,
    fr: 'Cette édition a déjà été tirée ou vendue avant la dernière reddition de ce contrat : une clause ajoutée maintenant la changerait. Faites-la commencer après cette reddition.',
    en: 'This edition was printed or sold before the last statement of this contract: a clause added now would change it. Make it begin after that statement.',
  },
  'contract-dates-stated': {
    status: 409,
    fr: 'Avec ces dates, une reddition close aurait compté d’autres exemplaires. Gardez la date de début, et résiliez après le dernier tirage déjà compté. Rien n’a été enregistré.',
    en: 'With these dates, a closed statement would have counted other copies. Keep the first day, and terminate after the last run already counted. Nothing was saved.',
  },
  'threshold-stated': {
    status: 409,
    fr: 'Avec ce seuil, une reddition close aurait été payée autrement. Choisissez un seuil qui ne la change pas, ou résiliez ce contrat et faites-en un nouveau.',
    en: 'With this threshold, a closed statement would have been paid otherwise. Choose one that leaves it as it is, or end this contract and make a new one.',
  },
});

/** What an old contract merely lacks; shown, never in the way. */
const warnings: Record<ContractWarningCode, ProblemText> = {
  'no-minimum-first-run': {
    status: 422,
    fr: 'Le contrat ne dit ni le tirage minimum de la première édition, ni un minimum garanti (CPI, art. L132-10).',
    en: 'The contract states neither a minimum first print run nor guaranteed royalties (CPI L132-10).',
  },
  'no-signature-date': {
    status: 422,
    fr: 'La date de signature n’est pas connue.',
    en: 'The date of signature is not known.',
  },
  'signed-after-start': {
    status: 422,
    fr: 'Le contrat a été signé après son entrée en vigueur.',
    en: 'The contract was signed after it began.',
  },
  'pool-shares-not-percent': {
    status: 422,
    fr: 'Les parts du taux commun ne font pas 100 : elles sont lues comme des proportions.',
    en: 'The shares of the common rate do not add up to 100: they are read as proportions.',
  },
  'rates-falling': {
    status: 422,
    fr: 'Un palier plus haut a un taux plus bas que le précédent.',
    en: 'A higher tier has a lower rate than the one before it.',
  },
  'reserve-too-long': {
    status: 422,
    fr: 'Une provision pour retours dure au plus deux redditions annuelles ou quatre semestrielles (accord du 20 décembre 2022).',
    en: 'A reserve for returns lasts two yearly or four half-yearly statements at most (agreement of 20 December 2022).',
  },
  'sold-and-printed': {
    status: 422,
    fr: 'Cette édition paie à la fois les exemplaires imprimés et les exemplaires vendus : chaque exemplaire serait payé deux fois, sauf si c’est convenu ainsi.',
    en: 'This edition pays on copies printed and on copies sold: each copy would be paid twice, unless that is agreed.',
  },
  'only-some-sales': {
    status: 422,
    fr: 'Les ventes ou les recettes qu’aucune clause ne désigne ne rapportent rien : ajoutez une clause pour le reste, sauf si c’est convenu ainsi.',
    en: 'Sales or income that no clause names pay nothing: add a clause for the rest, unless that is agreed.',
  },
  'threshold-set': {
    status: 422,
    fr: 'Ce que le seuil retient doit tout de même être payé dans les six mois de l’arrêté des comptes (CPI, art. L132-17-3-1).',
    en: 'What the threshold holds back must still be paid within six months of the closing (CPI L132-17-3-1).',
  },
};

defineProblems(warnings);

mapConstraints({
  contract_reference_check: { code: 'isNotEmpty', pointer: '/reference' },
  contract_reference_key: { code: 'contract-reference-used', pointer: '/reference' },
  contract_external_id_key: { code: 'contract-external-id-used', pointer: '/externalId' },
  contract_clause_keep_used: { code: 'clause-used', pointer: '/clauses' },
  contract_advance_keep_used: { code: 'advance-used', pointer: '/advances' },
  contract_payee_keep_stated: { code: 'payees-stated', pointer: '/payees' },
  contract_keep_minimum: { code: 'minimum-stated', pointer: '/guaranteedMinimum' },
  contract_keep_end: { code: 'contract-final', pointer: '/terminatedOn' },
  set_off_keep_stated: { code: 'set-off-stated', pointer: '/from' },
  contract_keep_stated: { code: 'contract-stated' },
  contract_keep_term: { code: 'contract-dates-stated', pointer: '/startsOn' },
  contract_keep_threshold: { code: 'threshold-stated', pointer: '/paymentThreshold' },
  contract_clause_keep_stated: { code: 'clause-too-late', pointer: '/clauses' },
});
