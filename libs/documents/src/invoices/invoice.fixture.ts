import { aHouse } from '../house/house.fixture';
import type { InvoiceData, InvoiceLine } from './invoice-data';

export function aLine(change: Partial<InvoiceLine> = {}): InvoiceLine {
  return {
    isbn: '9782070612758',
    description: 'Le Vent dans les saules',
    detail: 'Anna Kowalczyk',
    quantity: 10,
    retailPriceInclVat: '14.00',
    discount: '35',
    unitPriceExclVat: '8.625592',
    vatRate: '5.5',
    amountExclVat: '86.26',
    ...change,
  };
}

/** The worked invoice of the trade: two books at 5.5 %, a card set at 20 %, 151.01 € in all. */
export function anInvoice(change: Partial<InvoiceData> = {}): InvoiceData {
  return {
    kind: 'invoice',
    number: 'FA2026-00042',
    createdAt: '2026-11-22T09:00:00Z',
    issuedOn: '2026-11-22',
    supply: { from: '2026-11-20', to: '2026-11-20' },
    house: aHouse(),
    buyer: {
      name: 'Librairie L’Écume des pages',
      attention: 'la comptabilité',
      address: ['174, boulevard Saint-Germain', '75006 Paris'],
      siren: '552100554',
      vatNumber: 'FR03552100554',
      gln: '3012345678900',
      customerNumber: 'C-0117',
    },
    deliveryAddress: ['Réserve, 3, rue de l’Abbaye', '75006 Paris'],
    operationCategory: 'goods',
    purchaseOrder: 'BC-2026-881',
    lines: [
      aLine(),
      aLine({
        isbn: '9791091599504',
        description: 'L’Été à Saint-Malo',
        detail: 'Ève Le Goff',
        quantity: 5,
        retailPriceInclVat: '12.00',
        unitPriceExclVat: '7.393365',
        amountExclVat: '36.97',
      }),
      aLine({
        isbn: null,
        description: 'Coffret de cartes postales',
        detail: 'réf. CARTES-1',
        quantity: 2,
        retailPriceInclVat: '15.00',
        discount: '30',
        vatRate: '20',
        unitPriceExclVat: '8.75',
        amountExclVat: '17.50',
      }),
    ],
    vat: [
      { rate: '5.5', base: '123.23', amount: '6.78' },
      { rate: '20', base: '17.50', amount: '3.50' },
    ],
    totalExclVat: '140.73',
    totalVat: '10.28',
    totalInclVat: '151.01',
    terms: {
      dueDate: '2027-01-31',
      label: '60 jours fin de mois',
      earlyPaymentDiscount: null,
      latePenalty: { rate: '12.15' },
      recoveryIndemnity: '40.00',
      means: 'virement',
    },
    vatOnDebits: true,
    bank: {
      iban: 'FR7630006000011234567890189',
      bic: 'AGRIFRPP',
      holder: 'Éditions de la Berge',
      bankName: 'Crédit agricole',
    },
    ...change,
  };
}

/** The credit note of four copies of the first line: 36.40 €. */
export function aCreditNote(change: Partial<InvoiceData> = {}): InvoiceData {
  const invoice = anInvoice();
  return {
    ...invoice,
    kind: 'creditNote',
    number: 'AV2026-00007',
    corrects: [{ number: 'FA2026-00042', issuedOn: '2026-11-22' }],
    reason: 'retour d’invendus',
    lines: [aLine({ quantity: 4, amountExclVat: '34.50' })],
    vat: [{ rate: '5.5', base: '34.50', amount: '1.90' }],
    totalExclVat: '34.50',
    totalVat: '1.90',
    totalInclVat: '36.40',
    terms: { ...invoice.terms, dueDate: null, label: null },
    ...change,
  };
}
