import { mapConstraints } from '../../platform/problems/constraints';
import { defineProblems } from '../../platform/problems/problem';

export const incomeProblems = defineProblems({
  'income-in-future': {
    status: 422,
    fr: 'Cette somme a déjà été reçue : sa date ne peut pas être à venir.',
    en: 'This sum has been received already: its date cannot be in the future.',
  },
  'income-amount-zero': { status: 422, fr: 'Un montant de 0 ne se saisit pas.', en: 'An amount of 0 is not entered.' },
  'income-edition-unknown': {
    status: 422,
    fr: 'Cette édition n’existe pas : choisissez-en une dans la liste.',
    en: 'This edition does not exist: choose one from the list.',
  },
  'income-edition-of-other-work': {
    status: 422,
    fr: 'Cette édition n’est pas de l’œuvre dont les droits sont cédés.',
    en: 'This edition is not one of the work whose rights were sold.',
  },
  'income-edition-needed': {
    status: 422,
    fr: 'Les contrats partagent les cessions sur plusieurs éditions de cette œuvre : choisissez celle dont cette somme relève.',
    en: 'The contracts share rights income on several editions of this work: choose the one that this sum belongs to.',
  },
  'income-already-cancelled': {
    status: 409,
    fr: 'Cette somme a déjà été annulée.',
    en: 'This sum has been cancelled already.',
  },
  'income-is-cancellation': {
    status: 409,
    fr: 'Cette ligne en annule une autre : saisissez de nouveau la somme juste.',
    en: 'This row cancels another: enter the right sum again.',
  },
  'income-exceeds-gross': {
    status: 422,
    fr: 'La retenue étrangère et la commission de l’agent dépassent le brut.',
    en: 'The foreign tax and the agent’s fee exceed the gross.',
  },
  'licence-reference-used': {
    status: 409,
    fr: 'Une autre cession porte déjà cette référence.',
    en: 'Another licence already has this reference.',
  },
  'licence-work-unknown': {
    status: 422,
    fr: 'Cette œuvre n’existe pas : choisissez-en une dans la liste.',
    en: 'This work does not exist: choose one from the list.',
  },
  'licence-without-edition': {
    status: 422,
    fr: 'Cette œuvre n’a pas encore d’édition : créez-en une, dont les clauses partageront ces sommes.',
    en: 'This work has no edition yet: create one, whose clauses will share these sums.',
  },
  'licence-stated': {
    status: 409,
    fr: 'Des redditions closes citent cette cession : son œuvre, son cessionnaire, son droit et ses pays ne changent plus.',
    en: 'Closed statements name this licence: its work, licensee, right and countries no longer change.',
  },
  'licence-has-income': {
    status: 409,
    fr: 'Des sommes ont été encaissées pour cette cession : elle ne peut pas être supprimée.',
    en: 'Sums were cashed for this licence: it cannot be deleted.',
  },
});

mapConstraints({
  net_receipt_cancels_key: { code: 'income-already-cancelled' },
  net_receipt_append_only: { code: 'append-only' },
  net_receipt_external_id_key: { code: 'already-exists' },
  rights_income_cancels_key: { code: 'income-already-cancelled' },
  rights_income_append_only: { code: 'append-only' },
  rights_income_licence_fkey: { code: 'licence-has-income' },
  rights_income_signs_check: { code: 'income-exceeds-gross', pointer: '/gross' },
  rights_licence_reference_key: { code: 'licence-reference-used', pointer: '/reference' },
  rights_licence_reference_check: { code: 'isNotEmpty', pointer: '/reference' },
  rights_licence_licensee_check: { code: 'isNotEmpty', pointer: '/licensee' },
  rights_licence_dates_check: { code: 'dates-inverted', pointer: '/endsOn' },
  rights_licence_keep_stated: { code: 'licence-stated' },
});
