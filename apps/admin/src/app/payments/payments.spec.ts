import type { PaymentItemResponse, PaymentResponse, PaymentRunResponse, ProposalResponse } from '@colophon/api-client';
import { aSession, openAt, settle } from '../platform/testing';
import { routes as pages } from './payments.routes';

const routes = [{ path: 'droits/paiements', children: pages }];
const session = aSession({
  permissions: ['payments.read', 'payments.write', 'payments.approve', 'royalties.read', 'parties.read'],
  today: '2026-07-31',
});
const plain = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replaceAll(/[\u202f\u00a0\s]+/g, ' ');
const overlay = () => document.querySelector('.cdk-overlay-container') as HTMLElement;
const button = (page: Element, label: string): HTMLButtonElement => {
  const found = [...page.querySelectorAll('button')].find((one) => one.textContent.includes(label));
  if (!found) throw new Error(`There is no button « ${label} »`);
  return found;
};

function anItem(with_: Partial<PaymentItemResponse> = {}): PaymentItemResponse {
  return {
    ...{ id: 1, payableId: 22, kind: 'statement', payeeKind: 'author', contractId: 3, contractReference: 'C-0001' },
    ...{ workTitle: 'Le Silence des marées', statementId: 11, label: 'RED-2026-00001', dueOn: '2026-07-31' },
    ...{ wholeGross: '2123.20', gross: '2123.20', social: '340.36', vat: '212.32', vatWithheld: '195.33' },
    ...{ withholdingTax: '0.00', agentShare: '0.00', payerContribution: '23.35', net: '1799.83', statedNet: '1799.83' },
    difference: null,
    paidThisYear: '0.00',
    lines: [
      { kind: 'csg', base: '2086.04', rate: '9.2', amount: '191.92' },
      { kind: 'vat', base: '2123.20', rate: '10', amount: '212.32' },
      { kind: 'vatFlatPart', base: '2123.20', rate: '0.8', amount: '16.99' },
    ],
    ...with_,
  };
}

function aPayment(with_: Partial<PaymentResponse> = {}): PaymentResponse {
  return {
    ...{ id: 7, runId: 4, contributorId: 2, payeeName: 'Anne Kerouredan', legalName: 'Anne Le Goff' },
    ...{ status: 'planned', method: 'sepa', reference: null, ibanMasked: '•••• 2606', executedOn: null },
    ...{ gross: '2123.20', net: '1799.83', endToEndId: 'COL-2026-1', rejectedOn: null, rejectionReason: null },
    ...{ replacesPaymentId: null, replacedByPaymentId: null, adviceMailId: null, createdAt: null, createdBy: null },
    items: [anItem()],
    ...with_,
  };
}

const aProposal = (with_: Partial<ProposalResponse> = {}): ProposalResponse => ({
  payments: [aPayment({ id: null, runId: null })],
  leftOut: [
    {
      ...{ contributorId: 9, payeeName: 'Moussa Diop', gross: '1061.60', faults: ['iban-missing'] },
      items: [],
    },
    { ...{ contributorId: 8, payeeName: 'Awa Faye', gross: '10.00', faults: ['rates-missing'] }, items: [] },
  ],
  ...{ gross: '2123.20', net: '1799.83', houseAccountMissing: false },
  ...with_,
});

function aRun(with_: Partial<PaymentRunResponse> = {}): PaymentRunResponse {
  return {
    ...aProposal({ payments: [aPayment()], leftOut: [] }),
    ...{ id: 4, version: 1, status: 'draft', dueBy: '2026-07-31', executionDate: '2026-07-31' },
    ...{ painVersion: 'pain.001.001.09', messageId: null, fileName: null, fileSha256: null },
    ...{ createdAt: '2026-07-31T08:00:00Z', createdBy: 'Hélène', approvedAt: null, approvedBy: null },
    ...{ exportedAt: null, exportedBy: null, executedOn: null, executedAt: null, executedBy: null },
    ...{ amountsKept: false, cancelledAt: null, cancelledBy: null, mayApprove: true, notIncluded: [], downloads: [] },
    ...with_,
  };
}

async function openRun(run: PaymentRunResponse) {
  const opened = await openAt(routes, `/droits/paiements/ordres/${run.id}`, session);
  opened.http.expectOne(`/api/payment-runs/${run.id}`).flush(run);
  await settle(opened.harness);
  return opened;
}

beforeEach(() => localStorage.clear());
afterEach(() => overlay()?.replaceChildren());

describe('a new run', () => {
  it('says what it would pay and who is left out, each with a link to the place to mend', async () => {
    const { harness, http, page } = await openAt(routes, '/droits/paiements/ordres/nouveau', session);
    const asked = http.expectOne('/api/payment-runs/proposal');
    expect(asked.request.body).toEqual({ dueBy: '2026-07-31', executionDate: '2026-07-31' });
    asked.flush(aProposal());
    await settle(harness);
    expect(plain(page)).toContain('1 799,83 €');
    const faults = [...page.querySelectorAll<HTMLAnchorElement>('.fault')].map((link) => [
      plain(link).trim(),
      link.pathname,
    ]);
    expect(faults).toEqual([
      ['IBAN manquant', '/catalogue/contributeurs/9/modifier'],
      ['Aucun taux à cette date', '/reglages/taux'],
    ]);
    button(page, 'Préparer le brouillon').click();
    expect(http.expectOne('/api/payment-runs').request.body).toEqual({
      ...{ dueBy: '2026-07-31', executionDate: '2026-07-31', painVersion: 'pain.001.001.09' },
    });
  });

  it('prepares nothing where nobody can be paid', async () => {
    const { harness, http, page } = await openAt(routes, '/droits/paiements/ordres/nouveau', session);
    http.expectOne('/api/payment-runs/proposal').flush(aProposal({ payments: [], gross: '0.00', net: '0.00' }));
    await settle(harness);
    button(page, 'Préparer le brouillon').click();
    http.expectNone('/api/payment-runs');
  });
});

describe('a run', () => {
  it('shows why a net is not the one announced, and opens each amount on its sum', async () => {
    const difference = { stated: '1799.83', now: '1895.97', reasons: ['ceiling' as const] };
    const { page, harness } = await openRun(
      aRun({ payments: [aPayment({ items: [anItem({ net: '1895.97', difference })] })] }),
    );
    expect(plain(page)).toContain('le plafond annuel tient compte d’autres versements');
    page.querySelector<HTMLButtonElement>('ui-explained button')?.click();
    await settle(harness);
    expect(plain(overlay())).toContain('2 086,04 € × 9,2 % = 191,92 €');
  });

  it('is approved only once asked again, and not by who made it where the house wants a second person', async () => {
    const { harness, http, page } = await openRun(aRun());
    button(page, 'Approuver').click();
    await settle(harness);
    button(overlay(), 'Approuver').click();
    await settle(harness);
    const sent = http.expectOne('/api/payment-runs/4/approve');
    expect(sent.request.body).toEqual({ version: 1 });
    sent.flush(aRun({ status: 'approved', version: 2 }));
    await settle(harness);
    expect(plain(page)).toContain('Produire le fichier');
  });

  it('tells who may not approve it that somebody else does', async () => {
    const { page } = await openRun(aRun({ mayApprove: false }));
    expect(() => button(page, 'Approuver')).toThrow();
    expect(plain(page)).toContain('La maison demande l’approbation d’une deuxième personne.');
  });

  it('reads again what somebody else has done meanwhile', async () => {
    const { harness, http, page } = await openRun(aRun({ status: 'approved', version: 2 }));
    button(page, 'Produire le fichier').click();
    await settle(harness);
    button(overlay(), 'Produire le fichier').click();
    await settle(harness);
    http
      .expectOne('/api/payment-runs/4/export')
      .flush(
        { code: 'payment-file-exported', title: 'Déjà produit', detail: 'Déjà produit', status: 409 },
        { status: 409, statusText: 'Conflict' },
      );
    await settle(harness);
    http.expectOne('/api/payment-runs/4').flush(aRun({ status: 'exported', version: 3 }));
    await settle(harness);
    expect(plain(page)).toContain('Retélécharger le même fichier');
  });

  it('is executed at the file’s amounts only once somebody confirms them, where its day gives others', async () => {
    const { harness, http, page } = await openRun(
      aRun({ status: 'exported', version: 3, executionDate: '2026-07-30' }),
    );
    button(page, 'Enregistrer l’exécution').click();
    await settle(harness);
    button(overlay(), 'Enregistrer l’exécution').click();
    await settle(harness);
    const first = http.expectOne('/api/payment-runs/4/execute');
    expect(first.request.body).toEqual({ version: 3, executedOn: '2026-07-30' });
    first.flush(
      { code: 'payment-executed-otherwise', title: 'Autres montants', detail: 'Autres montants', status: 409 },
      { status: 409, statusText: 'Conflict' },
    );
    await settle(harness);
    button(overlay(), 'Enregistrer l’exécution').click();
    await settle(harness);
    http.expectNone('/api/payment-runs/4/execute');
    const box = overlay().querySelector<HTMLInputElement>('input[type=checkbox]');
    box?.click();
    await settle(harness);
    button(overlay(), 'Enregistrer l’exécution').click();
    await settle(harness);
    expect(http.expectOne('/api/payment-runs/4/execute').request.body).toEqual({
      ...{ version: 3, executedOn: '2026-07-30', keepAmounts: true },
    });
  });

  it('pays parts that are typed as people type them', async () => {
    const { harness, http, page } = await openRun(aRun());
    const box = page.querySelector<HTMLInputElement>('co-part-input input')!;
    box.value = '1 000,5';
    box.dispatchEvent(new Event('change'));
    await settle(harness);
    expect(box.value).toBe('1000,50');
    button(page, 'Recalculer').click();
    await settle(harness);
    expect(http.expectOne('/api/payment-runs/4').request.body).toMatchObject({
      items: [{ payableId: 22, gross: '1000.50' }],
    });
  });
});

describe('a payment', () => {
  it('that came back says so, and which one replaces it', async () => {
    const { harness, http, page } = await openAt(routes, '/droits/paiements/versements/7', session);
    const rejected = aPayment({
      ...{
        status: 'rejected',
        executedOn: '2026-07-30',
        rejectedOn: '2026-07-31',
        rejectionReason: 'AC04, compte clos',
      },
      replacedByPaymentId: 12,
    });
    http.expectOne('/api/royalty-payments/7').flush(rejected);
    await settle(harness);
    expect(plain(page)).toContain('AC04, compte clos');
    expect(page.querySelector('.notice a')?.getAttribute('href')).toBe('/droits/paiements/versements/12');
    expect(() => button(page, 'Enregistrer un rejet')).toThrow();
    expect(plain(page)).toContain('À la charge de la maison');
  });
});

describe('a payee', () => {
  it('is paid a held balance despite the threshold, once somebody says why', async () => {
    const { harness, http, page } = await openAt(routes, '/droits/paiements/personnes/2', session);
    http.expectOne('/api/contributors/2').flush({ displayName: 'Anne Kerouredan', ibanMasked: null });
    const marked = {
      ...{ id: 5, label: 'Signature', contractId: 3, contractReference: 'C-0001' },
      ...{ markedOn: '2026-03-04', left: '900.00' },
    };
    http
      .match((sent) => sent.url.includes('/payables'))
      .forEach((sent) =>
        sent.flush({ items: sent.request.url.includes('marked') ? [marked] : [], totals: { left: '0.00' } }),
      );
    const balance = {
      ...{ id: 3, reference: 'C-0001', workTitle: 'Le Silence', contributorId: 2, authorName: 'Anne', due: '0.00' },
      ...{ planned: '0.00', carried: '10.62', heldSince: '2026-02-28', heldState: 'alert', deadline: '2026-08-31' },
      ...{ unrecouped: '0.00', paidThisYear: '0.00' },
    };
    http
      .match((sent) => sent.url.includes('/contracts'))
      .forEach((sent) => sent.flush({ items: [balance], totals: { carried: '10.62', unrecouped: '0.00' } }));
    http.match((sent) => sent.url.includes('/royalty-payments')).forEach((sent) => sent.flush({ items: [], total: 0 }));
    await settle(harness);
    button(page, 'Enregistrer le versement').click();
    const recorded = http.expectOne('/api/royalty-payments');
    expect(recorded.request.body).toEqual({ items: [{ payableId: 5 }], executedOn: '2026-03-04', method: 'other' });
    recorded.flush([aPayment()]);
    await settle(harness);
    http
      .match((sent) => sent.url.includes('/contracts'))
      .forEach((sent) => sent.flush({ items: [balance], totals: { carried: '10.62', unrecouped: '0.00' } }));
    http.match(() => true).forEach((sent) => sent.flush({ items: [], totals: {}, total: 0 }));
    await settle(harness);
    expect(plain(page)).toContain('À libérer bientôt');
    expect(plain(page)).toContain('IBAN manquant');
    button(page, 'Verser malgré le seuil').click();
    await settle(harness);
    button(overlay(), 'Verser malgré le seuil').click();
    await settle(harness);
    http.expectNone('/api/royalty-balances/releases');
    const reason = overlay().querySelector<HTMLInputElement>('input')!;
    reason.value = 'Demande de l’autrice';
    reason.dispatchEvent(new Event('input', { bubbles: true }));
    await settle(harness);
    button(overlay(), 'Verser malgré le seuil').click();
    await settle(harness);
    expect(http.expectOne('/api/royalty-balances/releases').request.body).toEqual({
      ...{ contractId: 3, reason: 'Demande de l’autrice' },
    });
  });
});
