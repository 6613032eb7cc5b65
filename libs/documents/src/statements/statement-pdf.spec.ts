import { readPdf } from '../pdf/read-pdf.fixture';
import { aBook, aCrowdedStatement, aPaperback, aRichStatement, aStatement, aStock } from './statement.fixture';
import type { PayeePart } from './statement-data';
import { aFullStatement } from './full-statement.fixture';
import { statementPdf } from './statement-pdf';

// Processes and threads are slow to start on a busy machine.
jest.setTimeout(60_000);

describe('a statement on paper', () => {
  it('says everything on its first page', async () => {
    const [first = ''] = readPdf(await statementPdf(aStatement())).pages;
    const essential = [
      'Reddition des comptes du 1er janvier au 30 juin 2026',
      'Reddition n° RED-2026-00001',
      'Contrat n° C-2025-014',
      'Anna Kowalczyk 8, rue des Tanneurs 56000 Vannes',
      'Sur la période, 2 000 exemplaires ont été imprimés et 1 155 vendus, retours déduits.',
      'Vos droits s’élèvent à 2 123,20 €. 340,36 € de cotisations sociales sont retenus et versés à l’Urssaf.',
      'Nous vous verserons 1 799,83 € le 30 septembre 2026, par virement',
      '1 155 vendus 80 hors droits 12 détruits 750 en stock',
      'Le Vent dans les saules broché 2 000 1 240 85 750 2 123,20 €',
      'Total des cotisations précomptées −340,36 €',
      'TVA sur les droits d’auteur 212,32 €',
      'TVA retenue et versée au Trésor (CGI, art. 285 bis) −195,33 €',
      'Net à payer 1 799,83 €',
      'L132-14',
      'SIREN 732 829 320',
      'page 1 sur ',
    ];
    expect(essential.filter((words) => !first.includes(words))).toEqual([]);
  });

  it('has the eight chapters of the model, in order, and a glossary', async () => {
    const { text } = readPdf(await statementPdf(aStatement()));
    const chapters = [
      '1 Informations générales',
      '2 Mouvements de stock',
      '3 Droits sur l’édition imprimée',
      '4 Exploitation numérique',
      '5 Droits cédés à des tiers',
      '6 Droits dus et à-valoir',
      '7 Gestion collective',
      '8 Récapitulatif et paiement',
      'Petit glossaire',
    ].map((title) => text.indexOf(title));
    expect(chapters).not.toContain(-1);
    expect(chapters).toEqual([...chapters].sort((a, b) => a - b));
  });

  it('reports what the law wants of each book, even where royalties are due on printed copies', async () => {
    const { text } = readPdf(await statementPdf(aStatement()));
    const wanted = [
      'Tirage 1 03/02/2026 Imprimerie du Granit 2 000 2 004 2 000',
      'Stock au 1er janvier 2026 0',
      'Tirages de la période +2 000',
      'Ventes −1 240',
      'Retours de ventes +85',
      'Exemplaires hors droits −80 dont service de presse 60 dont exemplaires d’auteur 20',
      'Pilon et destructions −12 dont pilon 12',
      'Écart d’inventaire −3',
      'Stock au 30 juin 2026 750',
      'Le stock est équilibré',
      'Pas de provision pour retours',
      'Aucune cession sur la période.',
      '14,00 € TTC, 13,27 € HT (TVA 5,5 %), depuis le 1er février 2026',
    ];
    expect(wanted.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('shows the trace of a run and of each contribution, so that the author can redo the sum', async () => {
    const { text } = readPdf(await statementPdf(aRichStatement()));
    const traces = [
      '1 400 exemplaires acceptés − 20 exemplaires d’auteur − 45 service de presse − 2 dépôt légal = 1 333 exemplaires portant droits',
      'paliers comptés après 3 900 exemplaires antérieurs',
      'prix public 14,00 € TTC, TVA 5,5 %, soit 13,27 € HT (arrondi au centime)',
      'à partir du 3 901e ex. 1 333 13,27 € 8 % 1 415,1128 1 415,11 €',
      'Part de 50 % d’un total partagé de 1 415,11 € 707,56 €',
      'Vente à l’unité livre numérique 85 563,46 € 25 % 140,865 140,87 €',
      '600,00 € 0,00 € 600,00 € 600,00 € 50 % 300,00 €',
      'CSG 2 086,04 € 9,2 % −191,92 €',
      'CRDS 2 086,04 € 0,5 % −10,43 €',
      'Assurance vieillesse plafonnée 2 123,20 € 6,15 % −130,58 €',
      'Contribution à la formation professionnelle 2 123,20 € 0,35 % −7,43 €',
      'Contribution due par l’éditeur en sus, pour information : 23,35 €.',
      'Déjà versé par l’éditeur depuis le 1er janvier : 2 500,00 €',
    ];
    expect(traces.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('shows corrections with their reference, the advance and what is left of it', async () => {
    const { text } = readPdf(await statementPdf(aRichStatement()));
    const wanted = [
      'Tirage 1 (reddition RED-2025-00031)',
      '2 728,80 € 2 637,84 € −90,96 €',
      'Ajustements de périodes passées −113,70 €',
      'Report de la reddition précédente 45,48 €',
      'Droits dus 3 203,41 €',
      'À la signature 18/03/2025 1 500,00 €',
      'À-valoir restant à couvrir avant 1 080,21 €',
      'À-valoir restant à couvrir après 0,00 €',
      'Seuil de paiement prévu au contrat : 50,00 €.',
      'CFC reprographie 2025 non communiqué',
    ];
    expect(wanted.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('names a stock gap and prints its reason', async () => {
    const { text } = readPdf(await statementPdf(aRichStatement()));
    expect(text).toContain('Stock attendu 2 270 Écart non expliqué −8 Stock au 30 juin 2026 2 262');
    expect(text).toContain('Motif de l’écart : carton égaré par le transporteur, déclaration en cours');
  });

  it('keeps its first page whole and tells of other books where there are many', async () => {
    const { pages } = readPdf(await statementPdf(aCrowdedStatement()));
    expect(pages[0]).toContain('et 8 autres livres, détaillés plus loin');
    expect(pages[0]).toContain('Net à payer 1 797,71 €');
    expect(pages[0]).toContain('Total 25 478,40 €');
    expect(pages[1]).toContain('1 Informations générales');
    expect(pages.join(' ')).toContain('LIVRE 12 SUR 12');
  });

  it.each([aStatement(), aRichStatement(), aCrowdedStatement()])(
    'leaves no heading alone at the foot of a page (%#)',
    async (data) => {
      const { pages } = readPdf(await statementPdf(data));
      // What stands before the running head, which is drawn last; page one has none, and no heading either.
      const ends = pages.slice(1).map((page) => page.slice(0, page.indexOf(' Éditions de la Berge Reddition')));
      const heading =
        /(\d {1,2}[A-ZÀ-Ý][^.€]{5,30}|ISBN [-\d]+|Tirage \d, [^.]{5,20}|À-valoir versés|LIVRE \d+ SUR \d+)$/;
      expect(ends.filter((end) => heading.test(end.trim()))).toEqual([]);
    },
  );

  it('that pays nothing says so', async () => {
    const account = { ...aStatement().account, paymentThreshold: '3000.00', carriedOut: '2123.20', gross: '0.00' };
    const nothing = {
      gross: '0.00',
      social: [],
      socialTotal: '0.00',
      vat: null,
      vatWithheld: null,
      net: '0.00',
      payerContribution: null,
    };
    const recap = { ...aStatement().recap, ...nothing };
    const { text } = readPdf(
      await statementPdf(aStatement({ account, recap, payment: { date: null, means: 'transfer' } })),
    );
    expect(text).toContain(
      '2 123,20 € sont reportés à la prochaine reddition. Il n’y a rien à verser pour cette période.',
    );
    expect(text).toContain('Aucun versement au titre de cette reddition.');
  });

  it('on the basis of sales shows the reserve and how it is computed', async () => {
    const sale = {
      label: 'Ventes de l’année 2',
      sold: 400,
      returned: 120,
      reserveHeld: 56,
      reserveReleased: 170,
      reserveMethod: '20 % des ventes nettes, sur les deux premières redditions',
      bearing: 394,
      price: { inclVat: '14.00', vatRate: '5.5', exclVat: '13.27', rounding: '2' as const },
      tiers: [{ from: 681, to: null, copies: 394, rate: '8', product: '418.2704', amount: '418.27' }],
      amount: '418.27',
    };
    const edition = aPaperback({
      printRuns: [],
      sales: [sale, { ...sale, label: 'Solde', tiers: [{ ...sale.tiers[0]!, amount: '1704.93' }], amount: '1704.93' }],
    });
    const { text } = readPdf(await statementPdf(aStatement({ books: [aBook({ editions: [edition] })] })));
    expect(text).toContain(
      '400 vendus − 120 retournés − 56 en provision + 170 repris de provision = 394 exemplaires portant droits',
    );
    expect(text).toContain('Provision pour retours : 20 % des ventes nettes, sur les deux premières redditions.');
    expect(text).not.toContain('Pas de provision');
  });

  it('shows every basis with what its amount comes from', async () => {
    const { text } = readPdf(await statementPdf(aFullStatement()));
    const wanted = [
      'Ventes du 1er janvier au 30 juin 2026 (France)',
      'Provision pour retours : 20 % des ventes nettes, soit 180,47 € de droits, sur deux redditions au plus.',
      'Dont datés d’avant la période : 12 vendus, 3 retournés.',
      'Exemplaires d’avant le changement de base : 700 restaient à vendre, il en reste 20.',
      '200 vendus − 20 retournés = 180 exemplaires portant droits ; droits fixés par exemplaire, quel que soit le prix.',
      'Palier Exemplaires Droit par ex. Avant arrondi Montant à partir du 1er ex. 180 0,80 € 144,00 144,00 €',
      'Club du livre broché 400,00 € 10 % 40,00 40,00 €',
      'Forfait pour la préface 31 mars 2026 300,00 €',
      'Vente à l’unité livre numérique, dont 12,40 € datés d’avant la période 85 563,46 € 25 % 140,865 140,87 €',
      'Abonnements et bouquets livre numérique 120,10 € 25 % 30,025 30,03 €',
      'Prêt numérique en bibliothèque livre numérique 60,00 € 20 % 12,00 12,00 €',
      'Autres modes livre numérique −10,00 € 25 % −2,50 −2,50 €',
      'Verlag am Fluss GmbH traduction allemande Allemagne 1er mars 2026',
      'traduction allemande, Allemagne 2 avril 2026, VF-118 après 90,00 € de frais d’agent 1 000,00 € 100,00 € 900,00 € 810,00 € 50 % 405,00 €',
      'part calculée sur le brut daté d’avant la période 500,00 € 50,00 € 450,00 € 500,00 € 50 % 250,00 €',
      'dont librairie, France 900 dont vente directe, France 100 dont librairie, Belgique 200',
      'soit 1 030 ventes nettes',
      'dont pilon 12 dont abîmés 8 dont perdus 5',
    ];
    expect(wanted.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('shows guarantee and set-off, and of several payees who shares the gross and nothing more', async () => {
    const { text, pages } = readPdf(await statementPdf(aFullStatement()));
    const wanted = [
      'Minimum garanti au contrat : 3 000,00 € − 2 559,75 € de droits depuis la première reddition − 0,00 € déjà complétés = 440,25 €.',
      'À-valoir du contrat C-2024-003 récupéré (convention du 3 mars 2025) −245,48 €',
      'Récupéré sur les droits du contrat C-2024-003 −200,00 €',
      'Maëlle Le Goff auteur 50 % 1 000,00 € −100,00 €',
      'Yann Le Goff ayant droit 50 % 1 000,00 € −100,00 €',
      'Agence du Large agent 10 % 200,00 € Total 2 000,00 €',
      'Les retenues et le net de chaque bénéficiaire figurent sur une page à son nom, qui n’est remise à nul autre.',
      'Versements au plus tard le 30 septembre 2026.',
    ];
    expect(wanted.filter((words) => !text.includes(words))).toEqual([]);
    expect(pages[0]).toContain(
      'Le brut est de 2 000,00 € : 1 000,00 € à Maëlle Le Goff, 1 000,00 € à Yann Le Goff. La part de l’agent est de 200,00 € à Agence du Large. Les versements sont prévus le 30 septembre 2026.',
    );
    const private_ = /Net à payer|précomptées|TVA retenue|Assurance vieillesse|Déjà versé|Contribution due/;
    expect(text.slice(0, text.indexOf('Petit glossaire'))).not.toMatch(private_);
  });

  it('tells its only payee everything, also where it is somebody else than the author', async () => {
    const payees: PayeePart[] = [{ name: 'Yann Le Goff', kind: 'rightsHolder', share: '100', gross: '2123.20' }];
    const { text, pages } = readPdf(await statementPdf(aStatement({ payees })));
    expect(text).toContain('Yann Le Goff ayant droit 100 % 2 123,20 € 1 799,83 €');
    expect(text).toContain('CSG 2 086,04 € 9,2 % −191,92 €');
    expect(pages[0]).toContain('Nous verserons 1 799,83 € le 30 septembre 2026 : 1 799,83 € à Yann Le Goff.');
  });

  it('says why a balance is carried', async () => {
    const account = {
      ...aStatement().account,
      carriedOut: '2123.20',
      gross: '0.00',
      carriedWhy: 'belowThreshold' as const,
    };
    const recap = {
      ...aStatement().recap,
      gross: '0.00',
      social: [],
      socialTotal: '0.00',
      vat: null,
      vatWithheld: null,
      net: '0.00',
    };
    const { text } = readPdf(await statementPdf(aStatement({ account, recap })));
    expect(text).toContain('Le solde est inférieur au seuil de paiement prévu au contrat');
  });

  it.each([aStatement(), aRichStatement(), aFullStatement(), aFullStatement({ locale: 'en' }), aCrowdedStatement()])(
    'says what matters on one page, and begins its chapters on the next (%#)',
    async (data) => {
      const { pages } = readPdf(await statementPdf(data));
      expect(pages[0]).toMatch(/L132-17-3\).*page 1 /);
      expect(pages[1]).toMatch(/^ ?1 (Informations générales|General information)/);
    },
  );

  it('is the same bytes for the same data, also when several are made at once', async () => {
    const alone = Buffer.from(await statementPdf(aRichStatement()));
    const together = await Promise.all([
      statementPdf(aRichStatement()),
      statementPdf(aStatement()),
      statementPdf(aRichStatement()),
    ]);
    expect(alone.equals(Buffer.from(together[0] as Uint8Array))).toBe(true);
    expect(alone.equals(Buffer.from(together[2] as Uint8Array))).toBe(true);
  });

  it('prints names of many alphabets, and names the characters it lacks', async () => {
    const payee = { name: 'Ελένη & Łukasz <Ťažký>', address: ['村 1'] };
    const { text } = readPdf(await statementPdf(aStatement({ payee })));
    expect(text).toContain('Ελένη & Łukasz <Ťažký> ■ 1');
    expect(text).toContain('(U+6751)');
  });

  it('as a draft is marked on each page', async () => {
    const { pages } = readPdf(await statementPdf(aStatement({ number: null })));
    pages.forEach((page) => expect(page).toContain('PROJET'));
  });

  it('speaks English', async () => {
    const { text, info } = readPdf(await statementPdf(aRichStatement({ locale: 'en' })));
    expect(text).toContain(
      'In the period 3,400 copies were printed and 2,310 sold, less returns. Your royalties come to €3,271.63. €1,080.21 goes towards your advance.',
    );
    expect(text).toContain('8 Summary and payment');
    expect(text).toContain('Advance to recoup after €0.00');
    expect(info['Language']).toBe('en-GB');
  });
});

describe('a statement that contradicts itself', () => {
  const { account, recap } = aStatement();
  const { payees, account: all, books } = aFullStatement();
  const { topUp } = all;
  const full = (change: object) => aFullStatement({ account: { ...all, ...change } });
  const changedRight = (change: object) => {
    const [book] = books;
    const [first, ...others] = book!.rightsSold;
    return aFullStatement({ books: [{ ...book!, rightsSold: [{ ...first!, ...change }, ...others] }] });
  };
  const withoutFee = () => {
    const [{ agentFee: _fee, ...first }, ...others] = payees as [PayeePart, ...PayeePart[]];
    return aFullStatement({ payees: [first, ...others] });
  };
  const gapped = (change: object) =>
    aStatement({ books: [aBook({ editions: [aPaperback({ stock: aStock(change) })] })] });
  it.each([
    ['earned', aStatement({ account: { ...account, earned: '2123.21' } }), 'earned is 2123.21'],
    ['due', aStatement({ account: { ...account, carriedIn: '1.00' } }), 'due is 2123.20'],
    ['gross', aStatement({ account: { ...account, gross: '2123.19' } }), 'balance is 2123.20'],
    ['net', aStatement({ recap: { ...recap, net: '1799.84' } }), 'net is 1799.84'],
    ['contributions', aStatement({ recap: { ...recap, socialTotal: '340.35' } }), 'socialTotal is 340.35'],
    ['book', aStatement({ books: [aBook({ earned: '2123.19' })] }), 'earned of « Le Vent'],
    ['stock', gapped({ sold: 1241 }), 'its movements give 749'],
    ['gap', gapped({ closing: 749 }), 'the stock gap of 9782070612758 is 0, not -1'],
    ['gap without reason', gapped({ closing: 749, gap: -1 }), 'has no reason'],
    ['no book', aStatement({ books: [] }), 'it has no book'],
    ['rights', changedRight({ net: '899.00' }), 'the net income of Verlag'],
    ['base of rights', changedRight({ base: '900.00' }), 'the base of Verlag'],
    ['top-up', full({ topUp: { ...topUp!, amount: '1.00' } }), 'due is 3045.48'],
    ['set-off', full({ setOff: [] }), 'balance is 2000.00'],
    ['channels', gapped({ soldBy: [{ label: 'librairie', sold: 1239, returned: 85 }] }), 'are not their channels'],
    ['kinds', gapped({ free: [] }), 'are not their kinds'],
    ['payee', aFullStatement({ payees: payees!.slice(1) }), 'gross of the payees is 2000.00'],
    ['agent', aFullStatement({ payees: payees!.slice(0, 2) }), "agents' part leaves is 0"],
    ['agent’s part', withoutFee(), "agents' part leaves is 0"],
    ['what others may not read', aFullStatement({ recap }), 'it tells several payees what is withheld'],
    ['nothing of what is withheld', aFullStatement({ payees: [] }), 'it does not tell its only payee'],
    ['no payment date', aStatement({ payment: { date: null, means: 'transfer' } }), 'a payment has no date'],
  ])('is refused: %s', async (_, data, reason) => {
    await expect(statementPdf(data)).rejects.toThrow(reason);
  });
});
