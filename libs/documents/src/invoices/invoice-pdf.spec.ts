import { aHouse } from '../house/house.fixture';
import { readPdf } from '../pdf/read-pdf.fixture';
import { aCreditNote, aLine, anInvoice } from './invoice.fixture';
import { invoicePdf } from './invoice-pdf';

// Processes and threads are slow to start on a busy machine.
jest.setTimeout(60_000);

/** 200 lines of 86.26 €: 17 252.00 € at 5.5 %. */
function aLongInvoice() {
  const lines = Array.from({ length: 200 }, (_, index) => aLine({ description: `Titre numéro ${index + 1}` }));
  const vat = [{ rate: '5.5', base: '17252.00', amount: '948.86' }];
  return anInvoice({ lines, vat, totalExclVat: '17252.00', totalVat: '948.86', totalInclVat: '18200.86' });
}

describe('an invoice on paper', () => {
  const mentions = [
    'Facture',
    'N° FA2026-00042',
    'Date 22 novembre 2026',
    'Livraison 20 novembre 2026',
    'Échéance 31 janvier 2027',
    'SARL au capital de 8 000 €',
    'SIREN 732 829 320',
    'SIRET 732 829 320 00074',
    'RCS Rennes 732 829 320',
    'TVA intracommunautaire FR44732829320',
    'Librairie L’Écume des pages',
    '174, boulevard Saint-Germain 75006 Paris',
    'SIREN 552 100 554',
    'TVA FR03552100554',
    'LIVRÉ À Réserve, 3, rue de l’Abbaye 75006 Paris',
    'Nature de l’opération livraison de biens',
    'Votre commande BC-2026-881',
    'ISBN 978-2-07-061275-8',
    '10 14,00 35 % 8,625592 5,5 % 86,26',
    '5 12,00 35 % 7,393365 5,5 % 36,97',
    '2 15,00 30 % 8,75 20 % 17,50',
    '5,5 % 123,23 6,78',
    '20 % 17,50 3,50',
    'Total HT 140,73 €',
    'Total TVA 10,28 €',
    'Total TTC 151,01 €',
    'À régler au plus tard le 31 janvier 2027',
    'Pas d’escompte pour paiement anticipé.',
    'Pénalités de retard au taux annuel de 12,15 %',
    'Indemnité forfaitaire pour frais de recouvrement en cas de retard : 40,00 €',
    'Option pour le paiement de la taxe d’après les débits.',
    'FR76 3000 6000 0112 3456 7890 189',
    'AGRIFRPP',
    'page 1 sur 1',
  ];

  it('bears every mention that the law wants', async () => {
    const { text } = readPdf(await invoicePdf(anInvoice()));
    expect(mentions.filter((mention) => !text.includes(mention))).toEqual([]);
  });

  it('leaves out what does not apply', async () => {
    const plain = anInvoice({
      vatOnDebits: false,
      deliveryAddress: null,
      purchaseOrder: null,
      supply: null,
      bank: null,
    });
    const { text } = readPdf(await invoicePdf(plain));
    expect(text).not.toMatch(/débits|LIVRÉ À|Votre commande|Livraison|IBAN/);
  });

  it('says why there is no VAT', async () => {
    const exemption = 'TVA non applicable, art. 293 B du CGI';
    const lines = [aLine({ vatRate: '0', amountExclVat: '91.00', unitPriceExclVat: '9.10' })];
    const vat = [{ rate: '0', base: '91.00', amount: '0.00', exemption }];
    const data = anInvoice({ lines, vat, totalExclVat: '91.00', totalVat: '0.00', totalInclVat: '91.00' });
    expect(readPdf(await invoicePdf(data)).text).toContain(exemption);
  });

  it('shows what is already paid and what is left', async () => {
    const { text } = readPdf(await invoicePdf(anInvoice({ alreadyPaid: '50.00', amountDue: '101.01' })));
    expect(text).toContain('Déjà réglé 50,00 €');
    expect(text).toContain('Net à payer 101,01 €');
  });

  it('of 200 lines repeats its head and numbers its pages', async () => {
    const { pages, text } = readPdf(await invoicePdf(aLongInvoice()));
    expect(pages.length).toBeGreaterThan(5);
    pages.forEach((page, index) => expect(page).toContain(`page ${index + 1} sur ${pages.length}`));
    pages.forEach((page) => expect(page.includes('Désignation')).toBe(page.includes('Titre numéro')));
    const printed = Array.from({ length: 200 }, (_, index) => `Titre numéro ${index + 1} `);
    expect(printed.filter((title) => !text.includes(title))).toEqual([]);
    expect(pages.at(-1)).toContain('Total TTC 18 200,86 €');
  });

  it('is the same bytes for the same data', async () => {
    const once = Buffer.from(await invoicePdf(anInvoice()));
    expect(once.equals(Buffer.from(await invoicePdf(anInvoice())))).toBe(true);
    const later = await invoicePdf(anInvoice({ createdAt: '2026-11-23T09:00:00Z' }));
    expect(once.equals(Buffer.from(later))).toBe(false);
  });

  it('prints names with marks of XML, and says which characters it lacks', async () => {
    const buyer = { name: 'Dupont & <fils> "SA"', address: ['1 < 2 & 3 > 2', '東京'] };
    const { text, info } = readPdf(await invoicePdf(anInvoice({ buyer })));
    expect(text).toContain('Dupont & <fils> "SA"');
    expect(text).toContain('1 < 2 & 3 > 2 ■■');
    expect(text).toContain('(U+6771, U+4EAC)');
    expect(info['Subject']).toContain('Dupont & <fils>');
  });

  it('wraps a very long title without losing a word', async () => {
    const description = `${'Histoire naturelle et morale des îles '.repeat(12)}fin`;
    const { text } = readPdf(
      await invoicePdf(anInvoice({ lines: [aLine({ description }), ...anInvoice().lines.slice(1)] })),
    );
    expect(text).toContain(description);
  });

  it('prints a drawn logo with its words, and a photographed one', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text y="20" font-family="Georgia">La Berge</text></svg>';
    const drawn = readPdf(await invoicePdf(anInvoice({ house: aHouse({ logo: { kind: 'svg', text: svg } }) })));
    expect(drawn.text).toContain('La Berge');
    const bytes = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const picture = await invoicePdf(
      anInvoice({ house: aHouse({ logo: { kind: 'png', bytes: new Uint8Array(bytes) } }) }),
    );
    expect(Buffer.from(picture).toString('latin1')).toContain('/Subtype /Image');
  });

  it('as a draft says so, and has no number', async () => {
    const { text, info } = readPdf(await invoicePdf(anInvoice({ number: null })));
    expect(text).toContain('PROJET');
    expect(info['Title']).toBe('Facture (projet, sans numéro)');
  });

  it('speaks English', async () => {
    const { text, info } = readPdf(await invoicePdf(anInvoice({ locale: 'en' })));
    expect(text).toContain('Total incl. VAT €151.01');
    expect(text).toContain('Payable by 31 January 2027');
    expect(text).toContain('Option pour le paiement de la taxe d’après les débits');
    expect(info['Language']).toBe('en-GB');
  });
});

describe('a credit note on paper', () => {
  it('names the invoice that it corrects', async () => {
    const { text } = readPdf(await invoicePdf(aCreditNote()));
    expect(text).toContain('Avoir N° AV2026-00007 Avoir sur facture n° FA2026-00042 du 22 novembre 2026');
    expect(text).toContain('Motif : retour d’invendus');
    expect(text).toContain('Total TTC à votre crédit 36,40 €');
    expect(text).not.toMatch(/Pénalités|À régler/);
  });
});

describe('an invoice that contradicts itself', () => {
  it.each([
    ['total of the lines', anInvoice({ totalExclVat: '140.74' }), 'totalExclVat is 140.74'],
    ['VAT', anInvoice({ totalVat: '10.29' }), 'totalVat is 10.29'],
    ['total with VAT', anInvoice({ totalInclVat: '151.02' }), 'totalInclVat is 151.02'],
    ['no line', anInvoice({ lines: [] }), 'it has no line'],
    ['no due date', anInvoice({ terms: { ...anInvoice().terms, dueDate: null } }), 'has a due date'],
    ['no invoice corrected', aCreditNote({ corrects: [] }), 'names the invoice it corrects'],
    ['no exemption', anInvoice({ vat: [{ rate: '0', base: '140.73', amount: '10.28' }] }), 'needs its exemption'],
  ])('is refused: %s', async (_, data, reason) => {
    await expect(invoicePdf(data)).rejects.toThrow(reason);
  });
});
