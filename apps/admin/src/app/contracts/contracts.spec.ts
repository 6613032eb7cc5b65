import type { ContractResponse } from '@colophon/api-client';
import { aSession, openAt, settle } from '../platform/testing';
import { routes as pages } from './contracts.routes';

const routes = [{ path: 'contrats', children: pages }];
const session = aSession({ permissions: ['contracts.read', 'contracts.write'] });

function aContract(with_: Partial<ContractResponse> = {}): ContractResponse {
  return {
    id: 4,
    version: 2,
    externalId: null,
    reference: '2024-004',
    status: 'draft',
    contributorId: 7,
    contributor: { id: 7, displayName: 'Anne Kerouredan' },
    workId: 9,
    work: { id: 9, title: 'Les marées' },
    signedOn: null,
    startsOn: null,
    endsOn: null,
    terminatedOn: null,
    statementFrequency: 'annual',
    paymentThreshold: '0.00',
    unitPriceRounding: null,
    minimumFirstRun: null,
    notes: null,
    clauses: [
      {
        id: 31,
        editionId: 12,
        edition: { id: 12, title: 'Les marées', isbn13: '9782070612758', productForm: 'paperback' },
        basis: 'printed',
        tiers: [{ upTo: null, rate: '8' }],
        copiesBefore: 0,
        excluded: { authorCopies: 20, legalDeposit: 0, reviewCopies: 0, reviewCopiesPercent: '0' },
        poolShares: null,
        poolIndex: null,
        returnReserve: null,
        isUsed: false,
      },
    ],
    advances: [],
    refusals: [],
    warnings: [{ code: 'no-signature-date', pointer: '/signedOn', detail: 'La date de signature n’est pas connue.' }],
    isStated: false,
    ...with_,
  };
}

const pause = () => new Promise((done) => setTimeout(done, 350));
const button = (page: Element, text: string) =>
  [...page.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith(text));

beforeEach(() => localStorage.clear());

describe('the page of a contract', () => {
  async function open(contract: ContractResponse) {
    const opened = await openAt(routes, '/contrats/4', session);
    opened.http.expectOne('/api/contracts/4').flush(contract);
    await settle(opened.harness);
    opened.http.match(() => true);
    return opened;
  }

  it('reads its clauses in plain words and shows what is missing, without standing in the way', async () => {
    const { page } = await open(aContract());
    const text = page.textContent.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(text).toContain('Broché (978-2-07-061275-8) : 8 % du prix public hors taxes');
    expect(text).toContain('20 ex. d’auteur');
    expect(text).toContain('La date de signature n’est pas connue.');
    expect(button(page, 'Activer')).toBeDefined();
  });

  it('cannot be activated while it could not be computed, and says why', async () => {
    const refusals = [{ code: 'clauses-missing', pointer: '/clauses', detail: 'Ajoutez au moins une clause.' }];
    const { page } = await open(aContract({ clauses: [], refusals }));
    expect(page.textContent).toContain('Ajoutez au moins une clause.');
    expect(button(page, 'Activer')).toBeUndefined();
  });
});

describe('the form of a contract', () => {
  async function edit(contract: ContractResponse) {
    const opened = await openAt(routes, '/contrats/nouveau', session);
    const navigation = opened.harness.navigateByUrl('/contrats/4/modifier');
    await new Promise((done) => setTimeout(done));
    opened.http.expectOne('/api/contracts/4').flush(contract);
    await navigation;
    await settle(opened.harness);
    const editions = { items: [{ id: 12, productForm: 'paperback', isbn13: '9782070612758' }] };
    opened.http.expectOne((sent) => sent.url === '/api/editions').flush(editions);
    await settle(opened.harness);
    return { ...opened, page: opened.harness.routeNativeElement as HTMLElement };
  }

  it('asks the API what it thinks after a pause, and shows each refusal at its clause', async () => {
    const { harness, http, page } = await edit(aContract());
    button(page, 'Ajouter un palier')?.click();
    await settle(harness);
    await pause();
    const asked = http.match({ method: 'POST', url: '/api/contracts/check' }).at(-1)!;
    expect(asked.request.body).toMatchObject({
      clauses: [{ id: 31, editionId: 12, tiers: [{ rate: '8' }, { upTo: null, rate: '' }] }],
    });
    asked.flush({
      refusals: [{ code: 'rate-malformed', pointer: '/clauses/0/tiers/1/rate', detail: 'Un pourcentage est attendu.' }],
      warnings: [],
    });
    await settle(harness);
    expect(page.querySelector('co-clause-fields .finding')?.textContent).toContain('Un pourcentage est attendu.');
  });

  it('keeps the last tier open when one is removed', async () => {
    const tiers = [
      { upTo: 3000, rate: '8' },
      { upTo: null, rate: '10' },
    ];
    const clauses = [{ ...aContract().clauses[0]!, tiers }];
    const { harness, http, page } = await edit(aContract({ clauses }));
    page.querySelector<HTMLButtonElement>('button[aria-label="Retirer le palier 2"]')?.click();
    await settle(harness);
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'PUT', url: '/api/contracts/4' });
    expect(sent.request.body).toMatchObject({
      version: 2,
      contributorId: 7,
      clauses: [{ id: 31, tiers: [{ upTo: null, rate: '8' }], excluded: { authorCopies: 20 }, poolShares: null }],
    });
  });

  it('leaves a clause alone that closed statements were computed with', async () => {
    const clauses = [{ ...aContract().clauses[0]!, isUsed: true }];
    const { page } = await edit(aContract({ status: 'active', clauses, isStated: true }));
    const fields = page.querySelector('co-clause-fields')!;
    expect(fields.querySelector<HTMLSelectElement>('select')?.disabled).toBe(true);
    expect(button(fields, 'Retirer cette clause')).toBeUndefined();
    expect(fields.textContent).toContain('elle ne change plus');
  });
});
