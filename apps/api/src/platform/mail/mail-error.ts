import { defineProblems, problemText, sentence } from '../problems/problem';

/** Why a mail did not leave, by code, so that each reader gets the sentence in their own language. */
export interface MailError {
  readonly code: MailErrorCode;
  readonly details?: Readonly<Record<string, string>>;
}

export const mailProblems = defineProblems({
  'mail-address-invalid': {
    status: 422,
    fr: 'L’adresse électronique « {address} » n’est pas valable : rien n’a été envoyé.',
    en: 'The email address “{address}” is not valid: nothing was sent.',
  },
  'mail-not-set-up': {
    status: 409,
    fr: 'L’envoi des courriels n’est pas encore réglé : indiquez d’abord le serveur et l’adresse d’expédition.',
    en: 'Sending mail is not set up yet: first give the server and the sender’s address.',
  },
  'mail-sender-missing': {
    status: 422,
    fr: 'Indiquez l’adresse d’expédition : un courriel ne part pas sans elle.',
    en: 'Give the sender’s address: no mail leaves without it.',
  },
  'mail-not-in-this-state': {
    status: 409,
    fr: 'Ce courriel a changé d’état entre-temps : rechargez la page.',
    en: 'This mail has changed state meanwhile: reload the page.',
  },
  'mail-user-and-password': {
    status: 422,
    fr: 'Indiquez l’identifiant et le mot de passe, ou aucun des deux.',
    en: 'Give both the user name and the password, or neither.',
  },
  'mail-password-again': {
    status: 422,
    fr: 'Le serveur ou l’identifiant a changé : saisissez de nouveau le mot de passe.',
    en: 'The server or the user name has changed: type the password again.',
  },
  'mail-password-in-clear': {
    status: 422,
    fr: 'Sans chiffrement, le mot de passe passerait en clair sur le réseau : choisissez TLS ou STARTTLS, ou retirez l’identifiant.',
    en: 'Without encryption the password would cross the network in clear: choose TLS or STARTTLS, or remove the user name.',
  },
  'mail-public-address-invalid': {
    status: 422,
    fr: 'Une adresse complète est attendue, comme https://colophon.exemple.fr.',
    en: 'A complete address is expected, such as https://colophon.example.org.',
  },
  'mail-server-away': {
    status: 503,
    fr: 'Le serveur {host} ne répond pas : vérifiez son nom et son port.',
    en: 'The server {host} does not answer: check its name and its port.',
  },
  'mail-sign-in-refused': {
    status: 503,
    fr: 'Le serveur refuse l’identifiant ou le mot de passe ({answer}).',
    en: 'The server refuses the user name or the password ({answer}).',
  },
  'mail-tls-failed': {
    status: 503,
    fr: 'La connexion n’a pas pu être chiffrée ({answer}) : vérifiez le port et le choix entre TLS et STARTTLS.',
    en: 'The connection could not be encrypted ({answer}): check the port, and the choice between TLS and STARTTLS.',
  },
  'mail-refused-for-now': {
    status: 503,
    fr: 'Le serveur refuse ce courriel pour le moment ({answer}).',
    en: 'The server refuses this mail for now ({answer}).',
  },
  'mail-refused': {
    status: 409,
    fr: 'Le serveur refuse ce courriel ({answer}).',
    en: 'The server refuses this mail ({answer}).',
  },
  'mail-cut-off': {
    status: 503,
    fr: 'La connexion au serveur a été coupée avant l’envoi ({answer}).',
    en: 'The connection to the server was cut before the mail was sent ({answer}).',
  },
  'mail-outcome-unknown': {
    status: 409,
    fr: 'La connexion a été coupée après l’envoi et avant la réponse du serveur : le courriel est peut-être parti. Renvoyez-le, ou classez-le comme envoyé.',
    en: 'The connection was cut after the mail was handed over and before the server answered: it may have left. Send it again, or file it as sent.',
  },
  'mail-outcome-unknown-restored': {
    status: 409,
    fr: 'Ce courriel attendait quand la sauvegarde a été faite : il est peut-être parti depuis. Renvoyez-le, ou classez-le comme envoyé.',
    en: 'This mail was waiting when the backup was made: it may have left since. Send it again, or file it as sent.',
  },
  'mail-already-left': {
    status: 409,
    fr: 'Ce courriel est parti ou part en ce moment : il ne peut plus être retenu.',
    en: 'This mail has left or is leaving: it can no longer be held back.',
  },
  'mail-too-late': {
    status: 409,
    fr: 'Le lien que porte ce courriel a expiré avant l’envoi : il n’est pas parti.',
    en: 'The link that this mail carries expired before it could be sent: it did not leave.',
  },
  'mail-attachment-gone': {
    status: 409,
    fr: 'La pièce jointe « {name} » n’existe plus.',
    en: 'The attachment “{name}” no longer exists.',
  },
  'mail-unexpected': {
    status: 503,
    fr: 'Quelque chose d’imprévu s’est produit pendant l’envoi ({answer}).',
    en: 'Something unexpected happened while sending ({answer}).',
  },
});

export type MailErrorCode = Parameters<typeof mailProblems.create>[0];

/** The sentence that the outbox shows. @returns null where nothing went wrong */
export function mailErrorSentence(error: MailError | null, locale: 'fr' | 'en'): string | null {
  if (!error) return null;
  const text = problemText(error.code);
  return text ? sentence(text, locale, error.details ?? {}) : error.code;
}
