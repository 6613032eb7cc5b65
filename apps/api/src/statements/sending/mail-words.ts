import type { Locale } from '../words';

/** What the mail tells. */
export interface MailFacts {
  readonly house: string;
  readonly name: string;
  readonly statements: number;
  readonly periodTo: string;
  readonly paymentDate: string;
  readonly isPaid: boolean;
}

const tags: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };

function written(date: string, locale: Locale): string {
  const [year, month, day] = date.split('-').map(Number);
  const form = new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' });
  return form.format(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1));
}

/** Subject and text, in the language of whoever receives it; amounts stand in the attachments only. */
export function mailWords(facts: MailFacts, locale: Locale): { readonly subject: string; readonly text: string } {
  const until = written(facts.periodTo, locale);
  const paidOn = written(facts.paymentDate, locale);
  return locale === 'fr' ? french(facts, until, paidOn) : english(facts, until, paidOn);
}

function french({ house, name, statements, isPaid }: MailFacts, until: string, paidOn: string) {
  const what = statements > 1 ? 'vos redditions de comptes' : 'votre reddition de comptes';
  const paragraphs = [
    `Bonjour ${name},`,
    `Vous trouverez en pièce jointe ${what}, arrêtée${statements > 1 ? 's' : ''} au ${until}.`,
    isPaid
      ? `Le paiement est prévu le ${paidOn}. Le détail de chaque montant figure dans le document.`
      : 'Aucun versement n’est dû pour cette période ; le document dit pourquoi.',
    'Pour toute question, répondez simplement à ce message.',
    house,
  ];
  const subject = `${statements > 1 ? 'Vos redditions' : 'Votre reddition'} de comptes au ${until} – ${house}`;
  return { subject, text: paragraphs.join('\n\n') };
}

function english({ house, name, statements, isPaid }: MailFacts, until: string, paidOn: string) {
  const what = statements > 1 ? 'Your royalty statements' : 'Your royalty statement';
  const paragraphs = [
    `Dear ${name},`,
    `${what} up to ${until} ${statements > 1 ? 'are' : 'is'} attached.`,
    isPaid
      ? `Payment is planned on ${paidOn}. Each amount is explained in the document.`
      : 'Nothing is to be paid for this period; the document says why.',
    'For any question, simply answer this message.',
    house,
  ];
  return { subject: `${what} up to ${until} – ${house}`, text: paragraphs.join('\n\n') };
}
