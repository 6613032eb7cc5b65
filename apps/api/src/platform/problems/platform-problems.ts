import { mapConstraints } from './constraints';
import { defineProblems } from './problem';

/** What can stop any request, whatever the feature. */
export const platformProblems = defineProblems({
  validation: {
    status: 422,
    fr: 'Certains champs sont à corriger ; rien n’a été enregistré.',
    en: 'Some fields need mending; nothing was saved.',
  },
  'malformed-request': {
    status: 400,
    fr: 'La requête est illisible : {reason}',
    en: 'The request cannot be read: {reason}',
  },
  'not-signed-in': { status: 401, fr: 'Connectez-vous pour continuer.', en: 'Sign in to continue.' },
  'wrong-credentials': {
    status: 401,
    fr: 'L’adresse ou le mot de passe ne correspond pas.',
    en: 'The address or the password does not match.',
  },
  'demo-account-refused': {
    status: 403,
    fr: 'Les comptes de démonstration ne fonctionnent que sur la base de démonstration, depuis cette machine.',
    en: 'Demo accounts only work on the demo database, from this machine.',
  },
  csrf: {
    status: 403,
    fr: 'Cette page est restée ouverte trop longtemps : rechargez-la puis recommencez. Rien n’a été enregistré.',
    en: 'This page was open for too long: reload it and try again. Nothing was saved.',
  },
  forbidden: {
    status: 403,
    fr: 'Votre rôle ne permet pas cette action. Demandez à la personne qui administre la maison.',
    en: 'Your role does not allow this. Ask the person who manages the house.',
  },
  'not-found': {
    status: 404,
    fr: 'Cette page ou cette fiche n’existe pas, ou n’existe plus.',
    en: 'This page or record does not exist, or no longer does.',
  },
  'stale-version': {
    status: 409,
    fr: 'Quelqu’un d’autre a enregistré cette fiche entre-temps. Rechargez-la, puis reportez vos modifications : rien n’a été perdu chez l’autre personne.',
    en: 'Someone else saved this record meanwhile. Reload it, then make your changes again: nothing of theirs was lost.',
  },
  'idempotency-key-reused': {
    status: 422,
    fr: 'Cette clé d’idempotence a déjà servi à une autre requête.',
    en: 'This idempotency key was already used for another request.',
  },
  'already-done': {
    status: 409,
    fr: 'Cette demande a déjà été traitée. Rechargez la page pour voir le résultat.',
    en: 'This request was already carried out. Reload the page to see its result.',
  },
  'in-use': {
    status: 409,
    fr: 'D’autres fiches dépendent de celle-ci : elle ne peut pas être supprimée.',
    en: 'Other records depend on this one: it cannot be deleted.',
  },
  'already-exists': { status: 409, fr: 'Cette valeur est déjà utilisée.', en: 'This value is already used.' },
  'append-only': {
    status: 409,
    fr: 'L’historique ne se modifie pas : saisissez une correction.',
    en: 'History does not change: enter a correction.',
  },
  'value-out-of-range': {
    status: 422,
    fr: 'Une valeur sort de ce qui peut être enregistré ; rien n’a été enregistré.',
    en: 'A value is outside of what can be stored; nothing was saved.',
  },
  'text-not-storable': {
    status: 422,
    fr: 'Un texte contient un caractère invisible qui ne peut pas être enregistré : effacez-le, puis saisissez-le à la main. Rien n’a été enregistré.',
    en: 'A text holds an invisible character that cannot be stored: clear it, then type it by hand. Nothing was saved.',
  },
  'database-away': {
    status: 503,
    fr: 'La base de données ne répond pas en ce moment. Rien n’a été enregistré : réessayez dans une minute.',
    en: 'The database does not answer right now. Nothing was saved: try again in a minute.',
  },
  crossed: {
    status: 409,
    fr: 'Une autre personne enregistrait au même moment. Rien n’a été enregistré ici : recommencez.',
    en: 'Someone else was saving at the same moment. Nothing was saved here: try again.',
  },
  'too-many-attempts': {
    status: 429,
    fr: 'Trop d’essais. Patientez une minute, puis recommencez.',
    en: 'Too many attempts. Wait a minute, then try again.',
  },
  'too-large': {
    status: 413,
    fr: 'Ce fichier est trop volumineux ({limit} au plus).',
    en: 'This file is too large ({limit} at most).',
  },
  'link-expired': {
    status: 409,
    fr: 'Ce lien a expiré ou a déjà servi.',
    en: 'This link has expired or was already used.',
  },
  'secret-key-missing': {
    status: 503,
    fr: 'Le fichier de clé {path} est absent, ou n’est pas celui de cette maison : sans lui, les coordonnées bancaires et les numéros de sécurité sociale sont illisibles. Remettez-le depuis votre sauvegarde.',
    en: 'The key file {path} is missing, or is not this house’s: without it, bank details and social-security numbers cannot be read. Put it back from your backup.',
  },
  unexpected: {
    status: 503,
    fr: 'Quelque chose d’imprévu s’est produit. Rien n’a été enregistré. Donnez ce numéro à la personne qui vous aide : {id}.',
    en: 'Something unexpected happened. Nothing was saved. Give this number to whoever helps you: {id}.',
  },
});

mapConstraints({ app_user_email_key: { code: 'already-exists', pointer: '/email' } });
