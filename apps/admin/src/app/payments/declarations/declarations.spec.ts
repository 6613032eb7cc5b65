import type {
  ContributionReturnResponse,
  EuroAmount,
  FeeReturnResponse,
  TaxReturnResponse,
} from '@colophon/api-client';
import { aSession, openAt, settle } from '../../platform/testing';
import { quarterBefore } from './contribution-return';
import { routes as pages } from './declarations.routes';

const routes = [{ path: 'droits/declarations', children: pages }];
const accountant = aSession({ permissions: ['payments.read', 'parties.bank'], today: '2026-07-15' });
const textOf = (page: Element): string => page.textContent.replaceAll(/[\s\u00a0\u202f]+/g, ' ');

/** Each row as its cells, side by side. */
const rowsOf = (page: Element): string[] =>
  [...page.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => textOf(cell).trim()).join(' | '));

const person = {
  ...{ contributorId: 7, name: 'Nao Breizh', legalName: 'Le Goff Anaïs', siret: null, address: 'Brest', country: 'FR' },
  ...{ socialSecurityNumber: null, hasSocialSecurityNumber: false },
};
const amounts = {
  ...{ gross: '2123.20', socialBase: '2086.04', csg: '191.92', crds: '10.43', pensionBase: '2123.20' },
  ...{ pension: '130.58', training: '7.43', social: '340.36', vat: '212.32', vatWithheld: '195.33' },
  ...{ reverseChargeVat: '0.00', withholdingTax: '0.00', net: '1799.83' },
};
const quarter: ContributionReturnResponse = {
  ...{ from: '2026-04-01', to: '2026-06-30', dueOn: '2026-07-15', rows: [{ ...person, amounts }], totals: amounts },
  payer: { base: '2123.20', contribution: '21.23', training: '2.12' },
  declared: [{ line: 'csg', amount: '191.92', euros: '192.00', difference: '0.08' }],
};

it.each([
  ['2026-01-15', { year: 2025, quarter: 4 }],
  ['2026-04-15', { year: 2026, quarter: 1 }],
  ['2026-12-31', { year: 2026, quarter: 3 }],
])('on %s the quarter to declare is the one before', (today, expected) => {
  expect(quarterBefore(today)).toEqual(expected);
});

describe('the return to Urssaf', () => {
  it('opens on the quarter to declare, in euros beside the exact amounts, and says what is missing', async () => {
    const { harness, http, page } = await openAt(routes, '/droits/declarations', accountant);
    http.expectOne('/api/declarations/contributions?year=2026&quarter=2').flush(quarter);
    await settle(harness);
    const text = textOf(page);
    expect(text).toContain('À déclarer avant le 15/07/2026');
    expect(rowsOf(page)).toContain('CSG | 191,92 € | 192,00 € | 0,08 €');
    expect(text).toContain('n° de sécurité sociale manquant');
    expect(rowsOf(page).at(-1)).toBe(
      'Total | 2 123,20 € | 2 086,04 € | 191,92 € | 10,43 € | 2 123,20 € | 130,58 € | 7,43 € | 340,36 €',
    );
    const files = [...page.querySelectorAll('a[download]')].map((link) => link.getAttribute('href'));
    expect(files).toEqual([
      '/api/declarations/export/contributions?year=2026&quarter=2&format=csv',
      '/api/declarations/export/contributions?year=2026&quarter=2&format=xlsx',
    ]);
  });

  it('shows the year by name, kept in the address', async () => {
    const { harness, http, page } = await openAt(routes, '/droits/declarations?annee=2025&trimestre=annee', accountant);
    http.expectOne('/api/declarations/contributions?year=2025').flush({ ...quarter, rows: [] });
    await settle(harness);
    expect(textOf(page)).toContain('Rien n’a été versé sur cette période.');
    expect(page.querySelector('[aria-current=true]')?.textContent).toContain('Année, nominative');
  });

  it('says what the server refuses', async () => {
    const { harness, http, page } = await openAt(routes, '/droits/declarations', accountant);
    const title = 'Aucun taux de cotisations';
    http
      .expectOne((sent) => sent.url.startsWith('/api/declarations/contributions'))
      .flush({ status: 422, code: 'no-rates-on-date', title }, { status: 422, statusText: 'Unprocessable' });
    await settle(harness);
    expect(textOf(page)).toContain(title);
  });
});

it('the DAS2 says who is above the threshold', async () => {
  const made: FeeReturnResponse = {
    ...{ year: 2026, threshold: '2400.00', total: '2640.00' },
    rows: [
      { ...person, gross: '2400.00', vat: '240.00', inclVat: '2640.00', isDue: true },
      {
        ...person,
        contributorId: 8,
        legalName: 'Roy Éloi',
        gross: '100.00',
        vat: '0.00',
        inclVat: '100.00',
        isDue: false,
      },
    ],
  };
  const { harness, http, page } = await openAt(routes, '/droits/declarations/das2', accountant);
  http.expectOne('/api/declarations/fees?year=2026').flush(made);
  await settle(harness);
  const text = textOf(page);
  expect(text).toContain('payées au-dessus de 2 400,00 €');
  expect(rowsOf(page)[1]).toMatch(/2 640,00 € \| à déclarer$/);
  expect(rowsOf(page)[2]).toMatch(/100,00 € \| sous le seuil$/);
  expect(rowsOf(page)[3]).toContain('Total à déclarer | 2 640,00 €');
});

it('the taxes show months with something to declare, and who bore a tax', async () => {
  const euro = (amount: string): EuroAmount => ({ amount, euros: amount, difference: '0.00' });
  const none = euro('0.00');
  const month = {
    ...{ vatBase: none, vatWithheld: none, reverseChargeBase: none, reverseChargeVat: none, taxBase: none },
    ...{ withholdingTax: none, taxDueOn: '2026-02-15', taxed: [] },
  };
  const made: TaxReturnResponse = {
    year: 2026,
    months: [
      { ...month, from: '2026-01-01' },
      {
        ...{ ...month, from: '2026-07-01', vatBase: euro('2123.20'), taxDueOn: '2026-08-15' },
        vatWithheld: { amount: '195.33', euros: '195.00', difference: '-0.33' },
        taxed: [{ ...person, country: 'BE', gross: '2123.20', withholdingTax: '530.80' }],
      },
    ],
  };
  const { harness, http, page } = await openAt(routes, '/droits/declarations/impots', accountant);
  http.expectOne('/api/declarations/taxes?year=2026').flush(made);
  await settle(harness);
  const text = textOf(page);
  expect(text).toContain('juillet');
  expect(text).not.toContain('janvier');
  expect(rowsOf(page)[1]).toContain('195,33 € | 195,00 € | −0,33 €');
  expect(rowsOf(page)[3]).toMatch(/2 123,20 € \| 530,80 € \| 15\/08\/2026$/);
});

it('the certificates open on their papers, and say which lack a number', async () => {
  const { harness, http, page } = await openAt(routes, '/droits/declarations/certificats', accountant);
  const row = {
    ...{ id: 3, number: 'CP-2026-00003', paymentId: 12, contributorId: 7, contributorName: 'Nao Breizh' },
    ...{ executedOn: '2026-07-31', issuedOn: '2026-07-31', gross: '2123.20', social: '340.36', net: '1799.83' },
    ...{ contentHash: 'a'.repeat(64), voidedOn: '2026-08-03', voidReason: 'rejet', hasSocialSecurityNumber: false },
  };
  http
    .expectOne((sent) => sent.url === '/api/withholding-certificates')
    .flush({ items: [row], nextCursor: null, total: 1, totalIsCapped: false });
  await settle(harness);
  const links = [...page.querySelectorAll('a[target=_blank]')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(['/api/withholding-certificates/3/pdf', '/api/withholding-certificates/years/2026/7/pdf']);
  expect(textOf(page)).toContain('annulé');
  expect(textOf(page)).toContain('n° de sécurité sociale manquant');
});
