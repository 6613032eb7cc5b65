import { readPdf } from '../pdf/read-pdf.fixture';
import { aCoveringPage, anHeirsPage } from './covering.fixture';
import { coveringPdf } from './covering-pdf';

// Processes and threads are slow to start on a busy machine.
jest.setTimeout(60_000);

describe('the page that covers several statements', () => {
  it('lists each with what it comes to, and tells of one payment', async () => {
    const { pages, text } = readPdf(await coveringPdf(aCoveringPage()));
    const wanted = [
      'Vos redditions de comptes comptes arrêtés au 30 juin 2026',
      '3 redditions sont jointes. Ensemble elles vous valent 3 123,20 € brut.',
      'Un seul versement les règle toutes : 2 547,53 € le 30 septembre 2026, par virement sur le compte FR76',
      'RED-2026-00001 Le Vent dans les saules contrat C-2025-014 2 123,20 € 1 799,83 €',
      'RED-2026-00004 Les Marées lentes contrat C-2021-007, part de 50 % 1 000,00 € 747,70 €',
      'RED-2026-00009 L’Été à Saint-Malo contrat C-2024-003 1 180,80 € 0,00 € 0,00 €',
      'Total 3 123,20 € 2 547,53 €',
      'Cotisations précomptées −500,66 €',
      'Part de l’agent −100,00 €',
      'Net à payer, en un versement 2 547,53 €',
      'DU BRUT AU NET : RED-2026-00004, CONTRAT C-2021-007',
      'CSG 982,50 € 9,2 % −90,39 €',
      'TVA sur les droits d’auteur 1 000,00 € 10 % 100,00 €',
      'Part de l’agent −100,00 € Net à payer 747,70 €',
      'Cette page vous est personnelle',
      'un à-valoir ne se récupère que sur les droits du même contrat',
      'page 1 sur ',
    ];
    expect(wanted.filter((words) => !text.includes(words))).toEqual([]);
    expect(pages[0]).toContain('Net à payer, en un versement 2 547,53 €');
    expect(text).not.toContain('Retenue à la source');
  });

  it('speaks English, marks a draft, and is the same bytes for the same data', async () => {
    const data = aCoveringPage({ locale: 'en', isDraft: true });
    const first = await coveringPdf(data);
    const { text } = readPdf(first);
    expect(text).toContain('3 statements are attached. Together they earn you €3,123.20 gross.');
    expect(text).toContain('DRAFT');
    expect(Buffer.from(await coveringPdf(data)).equals(Buffer.from(first))).toBe(true);
  });

  it('of one statement that others share tells its payee, and them alone, what is withheld and what is left', async () => {
    const { pages, text } = readPdf(await coveringPdf(anHeirsPage()));
    expect(pages).toHaveLength(1);
    const wanted = [
      'Votre part de la reddition comptes arrêtés au 30 juin 2026',
      'Une reddition est jointe. Votre part est de 1 000,00 € brut. Nous vous verserons 747,70 € le 30 septembre 2026',
      'Assurance vieillesse plafonnée 1 000,00 € 6,15 % −61,50 €',
      'Plafond annuel de l’assurance vieillesse : 48 060,00 €, dont 47 060,00 € déjà utilisés avant ce versement.',
      'Part de l’agent −100,00 € Net à payer 747,70 €',
    ];
    expect(wanted.filter((words) => !text.includes(words))).toEqual([]);
    expect(text).not.toContain('Brut de toutes les redditions');
  });

  it('says when nothing is paid, and goes over several pages when it must', async () => {
    const [line] = aCoveringPage().lines.slice(2);
    const zero = { ...line!, net: '0.00' };
    const lines = Array.from({ length: 60 }, (_, index) => ({ ...zero, contract: `C-${index}` }));
    const totals = { ...zero };
    const { pages, text } = readPdf(await coveringPdf(aCoveringPage({ lines, totals })));
    expect(pages.length).toBeGreaterThan(1);
    expect(text).toContain('Aucun versement n’est dû cette fois.');
    expect(text).toContain('contrat C-59');
  });

  const { totals, lines } = aCoveringPage();
  it.each([
    ['no statement', aCoveringPage({ lines: [] }), 'needs a statement'],
    ['a total', aCoveringPage({ totals: { ...totals, gross: '3123.21' } }), 'gross is 3123.21'],
    [
      'a net',
      aCoveringPage({ lines: [{ ...lines[0]!, social: '340.35' }], totals: { ...lines[0]!, social: '340.35' } }),
      'net of C-2025-014',
    ],
    [
      'a recap',
      aCoveringPage({ lines: [lines[0]!, { ...lines[1]!, recap: { ...lines[1]!.recap!, net: '847.71' } }, lines[2]!] }),
      'net of C-2021-007 before the agent is 847.71',
    ],
  ])('is refused where it contradicts itself: %s', async (_, data, reason) => {
    await expect(coveringPdf(data)).rejects.toThrow(reason);
  });
});
