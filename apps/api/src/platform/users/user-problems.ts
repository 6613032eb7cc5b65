import { defineProblems } from '../problems/problem';

export const userProblems = defineProblems({
  'last-owner': {
    status: 409,
    fr: 'C’est le dernier compte de direction actif : donnez d’abord ce rôle à quelqu’un d’autre, qui aura choisi son mot de passe.',
    en: 'This is the last active owner: first give this role to somebody else who has chosen a password.',
  },
  'wrong-current-password': {
    status: 422,
    fr: 'Ce n’est pas votre mot de passe actuel.',
    en: 'This is not your current password.',
  },
});
