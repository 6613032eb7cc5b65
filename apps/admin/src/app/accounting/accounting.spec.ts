import { aSession, openAt, settle } from '../platform/testing';
import { routes as pages } from './accounting.routes';

const routes = [{ path: 'comptes', children: pages }];
const accountant = aSession({ permissions: ['accounting.read', 'accounting.write'] });

const line = {
  id: 1,
  entryId: 7,
  entryNumber: 'DA-2026-000007',
  journal: 'royalties',
  journalCode: 'DA',
  enteredOn: '2026-06-30',
  label: 'Droits d’auteur RED-2026-00001 – Sarr Aminata',
  documentType: 'royalty_statement',
  documentId: 3,
  documentNumber: 'RED-2026-00001',
  accountNumber: '4081',
  accountLabel: 'Auteurs – droits à payer',
  contributorId: 2,
  subledgerCode: 'AUT00002',
  subledgerLabel: 'Sarr Aminata',
  debit: '0.00',
  credit: '1852.00',
};

it('lists the lines of the books with both sums, and leaves the other side of a line empty', async () => {
  const { harness, http, page } = await openAt(routes, '/comptes/ecritures', accountant);
  http
    .expectOne(({ url }) => url === '/api/accounting/lines')
    .flush({
      items: [line],
      nextCursor: null,
      total: 1,
      totalIsCapped: false,
      totals: { debit: '0.00', credit: '1852.00' },
    });
  await settle(harness);
  expect(page.textContent).toContain('Sarr Aminata');
  const amounts = [...page.querySelectorAll('co-side')].map((side) => side.textContent?.trim());
  expect(amounts[0]).toBe('');
  expect(amounts[1]).toMatch(/1.852,00.€/);
});

it('shows an entry with the document it was written for', async () => {
  const { harness, http, page } = await openAt(routes, '/comptes/ecritures/7', accountant);
  const { id: _id, ...entry } = { ...line, number: 'DA-2026-000007', journalLabel: 'Droits d’auteur' };
  http.expectOne('/api/accounting/entries/7').flush({
    ...entry,
    id: 7,
    documentDate: '2026-07-15',
    purpose: 'stated',
    actor: 'Anne',
    createdAt: '2026-07-15T09:00:00Z',
    lines: [line],
  });
  await settle(harness);
  const link = page.querySelector<HTMLAnchorElement>('aside a');
  expect(link?.getAttribute('href')).toBe('/droits/redditions/3');
  expect(link?.textContent).toBe('RED-2026-00001');
});

describe('the chart of accounts', () => {
  const mapping = {
    accounts: [{ role: 'authorsPayable', number: '4081', label: 'Auteurs – droits à payer' }],
    journals: [{ role: 'royalties', code: 'DA', label: 'Droits d’auteur' }],
    version: 14,
  };

  async function openMapping() {
    const { harness, http } = await openAt(routes, '/comptes/ecritures', accountant);
    http.expectOne(({ url }) => url === '/api/accounting/lines').flush({ items: [], nextCursor: null, total: 0 });
    const navigation = harness.navigateByUrl('/comptes/plan');
    await new Promise((done) => setTimeout(done));
    http.expectOne('/api/accounting/accounts').flush(mapping);
    await navigation;
    await settle(harness);
    const page = harness.routeNativeElement as HTMLElement;
    const type = async (text: string) => {
      const input = page.querySelector('input')!;
      input.value = text;
      input.dispatchEvent(new Event('input'));
      input.dispatchEvent(new Event('blur'));
      await settle(harness);
    };
    const save = async () => {
      page.querySelector<HTMLButtonElement>('button.primary')!.click();
      await settle(harness);
    };
    return { harness, http, page, type, save };
  }

  it('goes back whole, with the version that was read', async () => {
    const { http, type, save } = await openMapping();
    await type('4081AUT');
    await save();
    const { request } = http.expectOne({ method: 'PUT', url: '/api/accounting/accounts' });
    expect(JSON.parse(JSON.stringify(request.body))).toEqual({
      ...mapping,
      accounts: [{ ...mapping.accounts[0], number: '4081AUT' }],
    });
  });

  it('says what a number is like before it is sent', async () => {
    const { http, page, type, save } = await openMapping();
    await type('51');
    await save();
    http.expectNone({ method: 'PUT' });
    expect(page.textContent).toContain('De 3 à 20 chiffres ou majuscules');
  });
});
