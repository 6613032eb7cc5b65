import type { CheckItem, CheckListResponse, ClosingReview, StatementMail } from '@colophon/api-client';
import { openAt, settle } from '../../platform/testing';
import { aRow, button, field, overlay, pageOf, plain, routes, session, type } from '../testing';
import { aClosing } from './a-closing';

const review = (with_: Partial<ClosingReview> = {}): ClosingReview => ({
  ...{ changed: 1, fresh: 0, large: 1, zero: 0, gaps: 0, gone: [] },
  before: { statements: 1, earned: '1000.00', gross: '1000.00', net: '847.70' },
  ...with_,
});

beforeEach(() => localStorage.clear());

describe('the check-list before a closing', () => {
  async function chosen(list: CheckListResponse) {
    const opened = await openAt(routes, '/droits/clotures/nouvelle', session);
    opened.http.expectOne((sent) => sent.url.startsWith('/api/closings?')).flush(pageOf([]));
    opened.http.expectOne('/api/statements-due').flush({ items: [] });
    await settle(opened.harness);
    type(field(opened.page, 'Paiement prévu le'), '2026-07-31');
    await settle(opened.harness);
    const sent = opened.http.expectOne('/api/closings/check');
    expect(sent.request.body).toMatchObject({ kind: 'period', paymentDate: '2026-07-31' });
    sent.flush(list);
    await settle(opened.harness);
    return opened.page;
  }
  const place = {
    label: 'C-2024-001, Anne Kerouredan',
    detail: 'Le dernier palier n’est pas ouvert.',
    url: '/contrats/3/modifier',
  };

  it('names what blocks, with the place to mend, and waits for it', async () => {
    const item: CheckItem = {
      code: 'contract-contradicts',
      severity: 'blocking',
      sentence: 'Corrigez-les.',
      count: 1,
      places: [place],
    };
    const page = await chosen({ contracts: 3, notDue: 0, blocking: 1, warnings: 0, items: [item] });
    expect(plain(page.querySelector('co-check-list'))).toContain('Corrigez-les.');
    expect(page.querySelector('co-check-list li a')?.getAttribute('href')).toBe('/contrats/3/modifier');
    expect(button(page, 'Calculer le projet').disabled).toBe(true);
  });

  it('lets a draft be computed where there is nothing but warnings', async () => {
    const item: CheckItem = {
      code: 'bank-details-missing',
      severity: 'warning',
      sentence: 'Sans banque.',
      count: 150,
      places: [place],
    };
    const page = await chosen({ contracts: 3, notDue: 0, blocking: 0, warnings: 1, items: [item] });
    expect(plain(page.querySelector('co-check-list'))).toContain('et 149 autres');
    expect(button(page, 'Calculer le projet').disabled).toBe(false);
  });
});

it('tells which statements are due and leads to their closing, of the contracts that are due', async () => {
  const items = [
    {
      ...{ periodFrom: '2026-01-01', periodTo: '2026-06-30', deadline: '2026-12-30', daysLeft: 168, contracts: 4 },
      frequencies: [{ frequency: 'half-yearly', contracts: 4 }],
    },
  ];
  const { harness, http, page } = await openAt(routes, '/droits/clotures', session);
  http.match((sent) => sent.url === '/api/closings').forEach((request) => request.flush(pageOf([])));
  http.expectOne('/api/statements-due').flush({ items });
  await settle(harness);
  expect(plain(page.querySelector('co-due-statements'))).toContain('4 contrats (semestriels 4)');
  await harness.navigateByUrl(page.querySelector('co-due-statements a')!.getAttribute('href')!);
  http.match((sent) => sent.url.startsWith('/api/closings?')).forEach((request) => request.flush(pageOf([])));
  http.expectOne('/api/statements-due').flush({ items });
  await settle(harness);
  const next = harness.routeNativeElement as HTMLElement;
  expect(field(next, 'Du')?.value).toBe('2026-01-01');
  expect(next.querySelector<HTMLInputElement>('input[value=due]')?.checked).toBe(true);
});

it('makes the final statement of a contract, from its page', async () => {
  const { harness, http, page } = await openAt(routes, '/droits/clotures/nouvelle?contrat=3', session);
  http.match((sent) => sent.url.startsWith('/api/closings?')).forEach((request) => request.flush(pageOf([])));
  http.expectOne('/api/contracts/3').flush({ id: 3, reference: 'C-2024-001' });
  http.expectOne('/api/statements-due').flush({ items: [] });
  await settle(harness);
  expect(plain(page)).toContain('Reddition finale du contrat C-2024-001');
  type(field(page, 'Paiement prévu le'), '2026-07-31');
  page.querySelector<HTMLFormElement>('form')?.requestSubmit();
  await settle(harness);
  const sent = http.expectOne({ method: 'POST', url: '/api/closings' });
  expect(sent.request.body).toEqual({ kind: 'termination', contractId: 3, paymentDate: '2026-07-31' });
});

describe('the review of a draft', () => {
  async function openDraft(closing = aClosing(), seen = review()) {
    const opened = await openAt(routes, '/droits/clotures/5', session);
    opened.http.expectOne('/api/closings/5').flush(closing);
    await settle(opened.harness);
    opened.http.expectOne('/api/closings/5/review').flush(seen);
    const previous = { statementId: 9, earned: '1000.00', net: '847.70', copies: 900 };
    const row = aRow({ previous, isLargeChange: true });
    opened.http.match((sent) => sent.url === '/api/statements').forEach((request) => request.flush(pageOf([row])));
    await settle(opened.harness);
    return opened;
  }

  it('sets each statement beside the one before, and marks what is far off', async () => {
    const { page } = await openDraft();
    const row = plain(page.querySelector('co-closing-statements tbody tr'));
    expect(row).toContain('1 000,00 €');
    expect(row).toContain('Plus de ±30 %');
    expect(plain(page.querySelector('co-closing-review'))).toContain('1 au-delà de ±30 %');
  });

  it('filters the list by what changes, and names who is no longer there', async () => {
    const gone = [
      {
        ...{ contractId: 8, contractReference: 'C-8', contributorName: 'Paul Sorel', workTitle: 'L’Exil' },
        ...{ statementId: 7, earned: '50.00', net: '42.00', reason: 'terminated' as const },
      },
    ];
    const { harness, http, page } = await openDraft(aClosing(), review({ gone }));
    expect(plain(page.querySelector('co-closing-review'))).toContain('Paul Sorel, L’Exil · contrat terminé');
    [...page.querySelectorAll<HTMLAnchorElement>('co-closing-review .figures a')][1]!.click();
    await settle(harness);
    const [asked] = http.match((sent) => sent.url === '/api/statements' && sent.params.get('change') === 'large');
    expect(asked).toBeDefined();
  });

  it('waits for the approval of somebody else, which they give on the same page', async () => {
    const waiting = aClosing({ approval: 'waiting', computedBy: 'Paul Sorel' });
    const { page } = await openDraft(waiting);
    expect(plain(page)).toContain('calculé par Paul Sorel, attend l’accord d’une deuxième personne');
    expect(button(page, 'Clôturer définitivement').disabled).toBe(true);
  });

  it('is approved by whoever may, and then can be closed', async () => {
    const { harness, http, page } = await openDraft(aClosing({ approval: 'waiting', mayApprove: true }));
    button(page, 'Approuver ce projet').click();
    await settle(harness);
    const given = aClosing({ approval: 'approved', approvedBy: 'Hélène Marchand', approvedAt: '2026-07-15T09:00:00Z' });
    http.expectOne({ method: 'POST', url: '/api/closings/5/approval' }).flush(given);
    await settle(harness);
    expect(plain(page)).toContain('Approuvé par Hélène Marchand');
    expect(button(page, 'Clôturer définitivement').disabled).toBe(false);
  });
});

describe('a closing that is done', () => {
  const mail = (with_: Partial<StatementMail>): StatementMail => ({
    ...{ contributorId: 2, name: 'Anne Kerouredan', address: 'anne@example.org', statements: 1, net: '10.00' },
    ...{ status: 'not-sent', attempts: 0, mailId: null, at: null },
    ...with_,
  });

  async function openClosed(mails: StatementMail[]) {
    const opened = await openAt(routes, '/droits/clotures/5', session);
    opened.http.expectOne('/api/closings/5').flush(aClosing({ status: 'closed', closedBy: 'Hélène Marchand' }));
    await settle(opened.harness);
    opened.http.expectOne('/api/closings/5/mails').flush({ items: mails, taskId: null });
    opened.http.match(() => true).forEach((request) => request.flush(pageOf([])));
    await settle(opened.harness);
    return opened;
  }

  it('sends to those who were not written to, once asked and sure, and lists who is to be printed for', async () => {
    const { harness, http, page } = await openClosed([
      mail({}),
      mail({ contributorId: 3, status: 'no-address', address: null }),
    ]);
    expect(plain(page.querySelector('co-closing-mails'))).toContain('à imprimer et à poster : 1');
    button(page, 'Envoyer (1)').click();
    await settle(harness);
    button(overlay(), 'Envoyer').click();
    await settle(harness);
    http.expectOne({ method: 'POST', url: '/api/closings/5/mails' }).flush({ taskId: 4 });
    await settle(harness);
    expect(page.querySelector('co-closing-mails ui-progress')).not.toBeNull();
  });

  it('sends again only to one, by an act of its own', async () => {
    const { harness, http, page } = await openClosed([
      mail({ status: 'sent', attempts: 1, mailId: 1, at: '2026-07-15T09:00:00Z' }),
    ]);
    expect(page.querySelector('co-closing-mails .primary')).toBeNull();
    button(page, 'Renvoyer').click();
    await settle(harness);
    button(overlay(), 'Renvoyer').click();
    await settle(harness);
    http.expectOne({ method: 'POST', url: '/api/closings/5/mails/2' }).flush({ taskId: 4 });
  });

  it('is verified on request, and names what differs', async () => {
    const { harness, http, page } = await openClosed([]);
    button(page, 'Vérifier').click();
    await settle(harness);
    http
      .expectOne('/api/closings/5/verify')
      .flush({ statements: 3, isSame: true, difference: '0.00', refusal: null, changed: [] });
    await settle(harness);
    expect(plain(page)).toContain('Différence : 0. Les 3 redditions se retrouvent à l’identique.');
  });
});
