import { defineProblems } from '../platform/problems/problem';

export const authorSpaceProblems = defineProblems({
  'author-not-signed-in': {
    status: 401,
    fr: 'Votre session est terminée : demandez un nouveau lien par courriel.',
    en: 'Your session has ended: ask for a new link by e-mail.',
  },
  'author-link-expired': {
    status: 409,
    fr: 'Ce lien a expiré ou a déjà servi. Demandez-en un autre : il arrive en quelques minutes.',
    en: 'This link has expired or was already used. Ask for another: it comes within a few minutes.',
  },
  'author-without-address': {
    status: 409,
    fr: 'Cette fiche n’a pas d’adresse électronique : ajoutez-la, puis envoyez l’invitation.',
    en: 'This record has no email address: add it, then send the invitation.',
  },
  'question-already-answered': {
    status: 409,
    fr: 'Une réponse a déjà été envoyée à cette question. Rechargez la page pour la lire.',
    en: 'This question was already answered. Reload the page to read the answer.',
  },
});
