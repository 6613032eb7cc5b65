interface LinkMail {
  readonly purpose: 'asked' | 'invited';
  readonly locale: 'fr' | 'en';
  readonly house: string;
  readonly name: string;
}

/** The mail that carries a link; `{{link}}` is put in while it is sent. */
export function linkMail({ purpose, locale, house, name }: LinkMail): { subject: string; text: string } {
  const words = texts[locale][purpose];
  return { subject: words.subject(house), text: [words.greeting(name), ...words.body(house)].join('\n\n') };
}

interface Words {
  readonly subject: (house: string) => string;
  readonly greeting: (name: string) => string;
  readonly body: (house: string) => readonly string[];
}

const texts: Readonly<Record<'fr' | 'en', Readonly<Record<LinkMail['purpose'], Words>>>> = {
  fr: {
    asked: {
      subject: (house) => `Votre lien de connexion : ${house}`,
      greeting: (name) => `Bonjour ${name},`,
      body: (house) => [
        'Voici le lien qui ouvre votre espace :',
        '{{link}}',
        'Il sert une seule fois et reste valable quinze minutes.',
        `Si vous ne l’avez pas demandé, ignorez ce message : rien ne s’ouvre sans lui.\n${house}`,
      ],
    },
    invited: {
      subject: (house) => `Votre espace chez ${house}`,
      greeting: (name) => `Bonjour ${name},`,
      body: (house) => [
        `${house} vous ouvre un espace où lire vos contrats, vos redditions de comptes et vos paiements, comprendre chaque montant et poser vos questions.`,
        'Ce lien vous y conduit :',
        '{{link}}',
        'Il sert une seule fois et reste valable sept jours. Ensuite, demandez-en un nouveau sur la même page avec votre adresse électronique.',
        house,
      ],
    },
  },
  en: {
    asked: {
      subject: (house) => `Your sign-in link: ${house}`,
      greeting: (name) => `Hello ${name},`,
      body: (house) => [
        'This link opens your space:',
        '{{link}}',
        'It works once and for fifteen minutes.',
        `If you did not ask for it, ignore this message: nothing opens without it.\n${house}`,
      ],
    },
    invited: {
      subject: (house) => `Your space at ${house}`,
      greeting: (name) => `Hello ${name},`,
      body: (house) => [
        `${house} has opened a space for you, where you can read your contracts, royalty statements and payments, understand each amount and ask your questions.`,
        'This link takes you there:',
        '{{link}}',
        'It works once and for seven days. After that, ask for a new one on the same page with your email address.',
        house,
      ],
    },
  },
};
