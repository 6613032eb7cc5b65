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
    guaranteedMinimum: null,
    optionUntil: null,
    optionNote: null,
    terminationReason: null,
    terminationNote: null,
    notes: null,
    payees: [],
    amendments: [],
    setOffs: [],
    statedUntil: null,
    alerts: [],
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
        ...{ from: null, until: null, channels: null, territories: null, counter: null, copiesLeft: null },
        ...{ rate: null, right: null, on: null, amount: null, dueOn: null, openedBy: null, endedBy: null },
        corrections: [],
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

describe('what happens to a contract in force', () => {
  async function open(contract: ContractResponse) {
    const opened = await openAt(routes, '/contrats/4', session);
    opened.http.expectOne('/api/contracts/4').flush(contract);
    await settle(opened.harness);
    opened.http.match(() => true);
    return opened;
  }

  const dialog = () => document.querySelector<HTMLElement>('ui-dialog-frame')!;
  const submit = () => dialog().querySelector<HTMLFormElement>('form')!.requestSubmit();

  it('tells its amendments, its payees, what falls due and what an amendment has ended', async () => {
    const clause = aContract().clauses[0]!;
    const clauses = [
      { ...clause, until: '2020-12-31', endedBy: 1 },
      {
        ...clause,
        id: 32,
        from: '2021-01-01',
        openedBy: 1,
        corrections: [{ id: 1, correctedOn: '2026-01-05', reason: 'Le contrat dit 8 %' }],
      },
    ];
    const amendments = [{ id: 1, number: 1, signedOn: null, effectiveFrom: '2021-01-01', note: 'Nouveau taux' }];
    const payees = [
      {
        id: 1,
        contributorId: 8,
        displayName: 'Jean Ayant',
        kind: 'rightsHolder' as const,
        share: '100',
        from: '2026-01-01',
      },
    ];
    const alerts = [
      {
        kind: 'instalment-due' as const,
        contractId: 4,
        reference: '2024-004',
        work: 'Les marées',
        contributor: 'Anne',
        date: '2026-01-01',
        isLate: true,
        label: 'À la remise',
        amount: '500.00',
        copiesSold: null,
      },
    ];
    const { page } = await open(aContract({ status: 'active', clauses, amendments, payees, alerts }));
    const text = page.textContent.replaceAll(/[\u00a0\u202f\s]+/g, ' ');
    expect(text).toContain('Avenant n° 1 à partir du 1 janvier 2021');
    expect(text).toContain('Nouveau taux');
    expect(text).toContain('Corrigée le 5 janvier 2026 : Le contrat dit 8 %');
    expect(text).toContain('Jean Ayant');
    expect(text).toContain('À-valoir à payer : À la remise 500,00 €');
    expect(page.querySelector('details')?.textContent).toContain('Close par l’avenant n° 1');
  });

  it('is terminated by an act that says what it will do', async () => {
    const { harness, http, page } = await open(aContract({ status: 'active', guaranteedMinimum: '3000.00' }));
    button(page, 'Résilier')?.click();
    await settle(harness);
    const told = dialog().textContent.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(told).toContain('Une reddition finale est à clôturer');
    expect(told).toContain('Le minimum garanti de 3 000,00 € est complété.');
    submit();
    await settle(harness);
    const sent = http.expectOne({ method: 'POST', url: '/api/contracts/4/termination' });
    expect(sent.request.body).toMatchObject({ version: 2, reason: 'mutual', note: null });
    const detail = 'La dernière reddition close va jusqu’au 30 juin.';
    const errors = [{ pointer: '/terminatedOn', code: 'termination-too-early', detail }];
    sent.flush(
      { code: 'termination-too-early', title: 'Trop tôt', status: 422, errors },
      { status: 422, statusText: '' },
    );
    await settle(harness);
    expect(dialog().querySelector('ui-field')?.textContent).toContain(detail);
  });

  it('has a clause corrected that closed statements used, each refusal at its field', async () => {
    const clauses = [{ ...aContract().clauses[0]!, isUsed: true }];
    const { harness, http, page } = await open(aContract({ status: 'active', clauses, isStated: true }));
    button(page, 'Corriger la saisie')?.click();
    await settle(harness);
    const reason = [...dialog().querySelectorAll<HTMLInputElement>('input[type=text]')].at(-1)!;
    reason.value = 'Faute de frappe';
    reason.dispatchEvent(new Event('input', { bubbles: true }));
    await settle(harness);
    submit();
    await settle(harness);
    const sent = http.expectOne({ method: 'POST', url: '/api/contracts/4/clauses/31/corrections' });
    expect(sent.request.body).toEqual({
      version: 2,
      reason: 'Faute de frappe',
      tiers: [{ upTo: null, rate: '8' }],
      excluded: { authorCopies: 20, legalDeposit: 0, reviewCopies: 0, reviewCopiesPercent: '0' },
    });
    const errors = [{ pointer: '/tiers/0/rate', code: 'rate-malformed', detail: 'Un pourcentage est attendu.' }];
    sent.flush({ code: 'contract-not-computable', title: 'Non', status: 422, errors }, { status: 422, statusText: '' });
    await settle(harness);
    expect(dialog().querySelector('co-tier-fields')?.textContent).toContain('Un pourcentage est attendu.');
  });
});

describe('an amendment', () => {
  it('replaces a clause by a copy that goes on with its tiers, and leaves the copies in stock on sales', async () => {
    const sold = { ...aContract().clauses[0]!, basis: 'sold' as const };
    const contract = aContract({ status: 'active', clauses: [sold], statedUntil: '2026-06-30' });
    const opened = await openAt(routes, '/contrats/nouveau', session);
    const navigation = opened.harness.navigateByUrl('/contrats/4/avenant');
    await new Promise((done) => setTimeout(done));
    opened.http.expectOne('/api/contracts/4').flush(contract);
    await navigation;
    await settle(opened.harness);
    const { harness, http } = opened;
    const page = harness.routeNativeElement as HTMLElement;
    const editions = { items: [{ id: 12, productForm: 'paperback', isbn13: '9782070612758' }] };
    http.expectOne((sent) => sent.url === '/api/editions').flush(editions);
    http
      .expectOne((sent) => sent.url === '/api/contracts/4/copies-left')
      .flush({ items: [{ clauseId: 31, copies: 380 }] });
    await settle(harness);
    expect(page.textContent).toContain('La dernière reddition close va jusqu’au 30 juin 2026');
    choose(page.querySelector('.change select')!, 'replace');
    await settle(harness);
    const basis = page.querySelectorAll<HTMLSelectElement>('co-clause-fields select')[1]!;
    choose(basis, 'printed');
    await settle(harness);
    await settle(harness);
    expect(page.querySelector('.change')?.textContent.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(
      'En stock la veille : 380',
    );
    page.querySelector<HTMLFormElement>('form')!.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'POST', url: '/api/contracts/4/amendments' });
    expect(sent.request.body).toMatchObject({
      version: 2,
      ends: [{ clauseId: 31, copiesLeft: 380 }],
      clauses: [{ editionId: 12, basis: 'printed', tiers: [{ upTo: null, rate: '8' }], countsOnFrom: 31 }],
    });
    expect(sent.request.body.clauses[0]).not.toHaveProperty('id');
  });

  function choose(select: HTMLSelectElement, value: string): void {
    select.value = value;
    select.dispatchEvent(new Event('input', { bubbles: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }
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

  it('asks of each basis what it has, sends nothing else, and puts each refusal at its field', async () => {
    const clauses = [
      { ...aContract().clauses[0]!, basis: 'flatFee' as const, tiers: [], amount: '1500.00', dueOn: '2026-09-01' },
    ];
    const { harness, http, page } = await edit(aContract({ clauses }));
    const fields = page.querySelector('co-clause-fields')!;
    expect(fields.querySelector('co-tier-fields')).toBeNull();
    expect(fields.textContent.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(
      'forfait de 1 500,00 €, dû le 1 septembre 2026',
    );
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'PUT', url: '/api/contracts/4' });
    expect(sent.request.body.clauses).toEqual([
      { id: 31, editionId: 12, basis: 'flatFee', amount: '1500.00', dueOn: '2026-09-01' },
    ]);
    const errors = [{ pointer: '/clauses/0/amount', code: 'flat-fee-invalid', detail: 'Au-dessus de zéro.' }];
    sent.flush({ code: 'contract-not-computable', title: 'Non', status: 422, errors }, { status: 422, statusText: '' });
    await settle(harness);
    expect(page.querySelector('co-clause-fields ui-field ui-money-input')?.closest('ui-field')?.textContent).toContain(
      'Au-dessus de zéro.',
    );
  });

  it('adds up the payees’ shares while they are typed', async () => {
    const payee = { contributorId: 8, kind: 'rightsHolder' as const, from: null };
    const payees = [
      { ...payee, id: 1, displayName: 'Jean', share: '66.67' },
      { ...payee, id: 2, contributorId: 9, displayName: 'Lise', share: '33.33' },
      { ...payee, id: 3, contributorId: 10, displayName: 'Agence', kind: 'agent' as const, share: '15' },
    ];
    const { page } = await edit(aContract({ payees }));
    const totals = page.querySelector('co-payee-fields .totals')!;
    expect(totals.textContent.replaceAll(/[\u00a0\u202f\s]+/g, ' ')).toContain(
      'Auteurs et ayants droit 100 % · Agents, pris sur leur part 15 %',
    );
    expect(totals.querySelector('.wrong')).toBeNull();
    button(page, 'Ajouter un bénéficiaire')?.click();
  });
});
