import { defineProblems } from '../../platform/problems/problem';

export const sendingProblems = defineProblems({
  'sending-not-closed': {
    status: 409,
    fr: 'Cette clôture est encore un projet : ses redditions s’envoient une fois terminée.',
    en: 'This closing is still a draft: its statements are sent once it is done.',
  },
  'sending-no-address': {
    status: 422,
    fr: '{name} n’a pas d’adresse électronique valable : complétez sa fiche, ou imprimez ses redditions.',
    en: '{name} has no valid e-mail address: complete their record, or print their statements.',
  },
});
