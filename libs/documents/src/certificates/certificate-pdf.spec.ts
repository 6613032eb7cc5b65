import { readPdf } from '../pdf/read-pdf.fixture';
import { aCertificate } from './certificate.fixture';
import { certificatePdf } from './certificate-pdf';

// Processes are slow to start on a busy machine.
jest.setTimeout(60_000);

const lacks = (text: string, mentions: readonly string[]) => mentions.filter((mention) => !text.includes(mention));

describe('a certificate of withholding', () => {
  it('bears every mention that the law wants', async () => {
    const { text, pages } = readPdf(await certificatePdf(aCertificate()));
    const mentions = [
      'Certificat de précompte',
      'N° CP-2026-00007',
      'Éditions de la Berge',
      '12, quai Duguay-Trouin',
      'Urssaf Limousin',
      'N° de compte du diffuseur 747000001234567890',
      'Marie Durand',
      'qui publie sous le nom de M. Darcy',
      '8, rue des Tanneurs 56000 Vannes',
      'N° de sécurité sociale 2 55 08 14 168 025 38',
      'Activité Auteur d’œuvres littéraires',
      'Rémunération brute hors TVA 2 123,20 €',
      'Assurance vieillesse plafonnée 2 123,20 € 6,15 % −130,58 €',
      'Contribution sociale généralisée (CSG) 2 086,04 € 9,2 % −191,92 €',
      '(CRDS) 2 086,04 € 0,5 % −10,43 €',
      'Formation professionnelle (CFP) 2 123,20 € 0,35 % −7,43 €',
      'Total précompté −340,36 €',
      'TVA sur les droits d’auteur 212,32 €',
      '−195,33 €',
      'Somme effectivement versée 1 799,83 €',
      'Payé le 31 juillet 2026',
      'Vieillesse plafonnée : 0,75 % × 2 123,20 € = 15,92 €',
      'Vieillesse déplafonnée : 0,4 % × 2 123,20 € = 8,49 €',
      'Anne Kermadec, gérante certifie sur l’honneur l’exactitude des mentions ci-dessus. Fait à Rennes, le 31 juillet 2026.',
      'page 1 sur 1',
    ];
    expect(lacks(text, mentions)).toEqual([]);
    expect(pages).toHaveLength(1);
    expect(text).not.toContain('ANNULÉ');
    expect(text).not.toContain('Retenue à la source');
  });

  it('says the same in English', async () => {
    const { text } = readPdf(await certificatePdf(aCertificate({ locale: 'en' })));
    expect(
      lacks(text, ['Certificate of withholding', '€1,799.83', 'certifies on their honour', '31 July 2026']),
    ).toEqual([]);
  });

  it('says what is not known, that a payment was a part, and that it is void', async () => {
    const base = aCertificate();
    const { text } = readPdf(
      await certificatePdf(
        aCertificate({
          payer: { urssafAccount: null, signatory: null, city: null },
          author: { ...base.author, socialSecurityNumber: null },
          of: {
            ...base.of,
            items: base.of.kind === 'payment' ? base.of.items.map((item) => ({ ...item, isPart: true })) : [],
          } as never,
          voided: { on: '2026-08-03', reason: 'compte clos' },
        }),
      ),
    );
    const mentions = [
      'N° de sécurité sociale non communiqué',
      'paiement partiel',
      'ANNULÉ le 3 août 2026 : compte clos',
    ];
    expect(lacks(text, [...mentions, 'La maison Éditions de la Berge certifie sur l’honneur'])).toEqual([]);
  });

  it('recapitulates a year payment by payment', async () => {
    const payments = [
      { number: 'CP-2026-00007', paidOn: '2026-03-31', gross: '1000.00', social: '160.30', net: '847.70' },
      { number: 'CP-2026-00019', paidOn: '2026-09-30', gross: '1123.20', social: '180.06', net: '952.13' },
    ];
    const { text } = readPdf(await certificatePdf(aCertificate({ of: { kind: 'year', year: 2026, payments } })));
    const mentions = ['Récapitulatif annuel du précompte 2026', '31/03/2026 CP-2026-00007', 'Année de paiement 2026'];
    expect(lacks(text, [...mentions, 'Total 2 123,20 € 340,36 € 1 799,83 €'])).toEqual([]);
  });

  it.each([
    ['its contributions', { social: '340.37' }],
    ['its net', { net: '1799.84' }],
    ['its items', { gross: '2123.21', net: '1799.84' }],
  ])('is refused when %s do not add up', async (_, change) => {
    await expect(certificatePdf(aCertificate(change))).rejects.toThrow('cannot be printed');
  });

  it('is the same bytes for the same data', async () => {
    const [one, other] = await Promise.all([certificatePdf(aCertificate()), certificatePdf(aCertificate())]);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });
});
