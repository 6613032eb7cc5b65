import type { HttpTestingController } from '@angular/common/http/testing';
import type { StatementRow } from '@colophon/api-client';
import { openAt, settle } from '../../platform/testing';
import { aRow, button, field, overlay, pageOf, plain, routes, session, type } from '../testing';
import { aClosing } from './a-closing';

/** The statements of a closing, as the page asks for them. */
const flushStatements = (http: HttpTestingController, rows: StatementRow[]) =>
  http.match((sent) => sent.url === '/api/statements').forEach((request) => request.flush(pageOf(rows)));

beforeEach(() => localStorage.clear());

describe('a new closing', () => {
  it('suggests the half-year that ended and is not closed, and no payment date', async () => {
    const { harness, http, page } = await openAt(routes, '/droits/clotures/nouvelle', session);
    http.expectOne((sent) => sent.url.startsWith('/api/closings')).flush(pageOf([]));
    await settle(harness);
    expect(page.querySelector('.periods [aria-pressed=true]')?.textContent).toContain('Premier semestre 2026');
    expect(field(page, 'Au')?.value).toBe('2026-06-30');
    expect(field(page, 'Paiement prévu le')?.value).toBe('');
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    http.expectNone('/api/closings');
    expect(field(page, 'Paiement prévu le')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('asks for a draft, and shows at its field what the API refuses', async () => {
    const { harness, http, page } = await openAt(routes, '/droits/clotures/nouvelle', session);
    http.expectOne((sent) => sent.url.startsWith('/api/closings')).flush(pageOf([]));
    await settle(harness);
    type(field(page, 'Paiement prévu le'), '2026-07-31');
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'POST', url: '/api/closings' });
    expect(sent.request.body).toEqual({
      kind: 'period',
      periodFrom: '2026-01-01',
      periodTo: '2026-06-30',
      paymentDate: '2026-07-31',
    });
    const detail = 'La période est déjà clôturée en partie.';
    sent.flush(
      {
        status: 409,
        code: 'closing-period-overlaps',
        title: 'Refusé',
        errors: [{ pointer: '/periodFrom', code: 'x', detail }],
      },
      { status: 409, statusText: 'Conflict' },
    );
    await settle(harness);
    expect(page.textContent).toContain(detail);
  });
});

describe('a draft closing', () => {
  async function openDraft(closing = aClosing(), rows = [aRow()]) {
    const opened = await openAt(routes, '/droits/clotures/5', session);
    opened.http.expectOne('/api/closings/5').flush(closing);
    await settle(opened.harness);
    flushStatements(opened.http, rows);
    await settle(opened.harness);
    return opened;
  }

  it('shows its totals and its statements as the API has them', async () => {
    const { page } = await openDraft();
    expect(plain(page.querySelector('co-closing-totals'))).toContain('1 799,83 €');
    expect(plain(page.querySelector('tbody'))).toContain('2 123,20 €');
    expect(page.querySelector('tbody a')?.getAttribute('href')).toBe('/droits/redditions/11');
  });

  it('is not closed before its gaps are explained, one reason a statement', async () => {
    const totals = { ...aClosing().totals, gaps: 1, unexplainedGaps: 1 };
    const { harness, http, page } = await openDraft(aClosing({ totals }), [aRow({ hasGap: true, gap: 30 })]);
    expect(button(page, 'Clôturer définitivement').disabled).toBe(true);
    const reason = 'Ventes antérieures à la mise en service';
    type(page.querySelector('#gap-11'), reason);
    await settle(harness);
    page.querySelector<HTMLFormElement>('co-closing-gaps form')?.requestSubmit();
    await settle(harness);
    const sent = http.expectOne({ method: 'PUT', url: '/api/closings/5/gap-reasons' });
    expect(sent.request.body).toEqual({ reasons: [{ statementId: 11, reason }] });
    sent.flush(aClosing({ totals: { ...totals, unexplainedGaps: 0 } }));
    await settle(harness);
    expect(button(page, 'Clôturer définitivement').disabled).toBe(false);
  });

  it('says what is irreversible before it closes', async () => {
    const { harness, http, page } = await openDraft();
    button(page, 'Clôturer définitivement').click();
    await settle(harness);
    expect(plain(overlay())).toContain('2 123,20 € brut, 1 799,83 € net à payer le 31 juillet 2026');
    http.expectNone({ method: 'POST', url: '/api/closings/5/close' });
    button(overlay(), 'Clôturer définitivement').click();
    await settle(harness);
    http
      .expectOne({ method: 'POST', url: '/api/closings/5/close' })
      .flush(aClosing({ status: 'closed', closedAt: '2026-07-15T09:00:00Z', closedBy: 'Hélène', documentsTaskId: 8 }));
    await settle(harness);
    http
      .match('/api/tasks/8')
      .forEach((request) =>
        request.flush({ id: 8, kind: 'statement-documents', label: '', status: 'running', done: 1, total: 3 }),
      );
    await settle(harness);
    flushStatements(http, [aRow({ number: 'RED-2026-00001', status: 'closed' })]);
    await settle(harness);
    expect(page.querySelector('ui-progress')).not.toBeNull();
    expect(page.querySelector('a[href$="documents.zip"]')).toBeNull();
    expect(page.querySelector('co-closing-statements tbody')?.textContent).toContain('RED-2026-00001');
  });

  it('shows the draft computed anew where facts had changed, with the sentence', async () => {
    const { harness, http, page } = await openDraft();
    button(page, 'Clôturer définitivement').click();
    await settle(harness);
    button(overlay(), 'Clôturer définitivement').click();
    await settle(harness);
    const title = 'Des données ont changé depuis ce projet (redditions concernées : 1).';
    http
      .expectOne({ method: 'POST', url: '/api/closings/5/close' })
      .flush({ status: 409, code: 'closing-draft-stale', title }, { status: 409, statusText: 'Conflict' });
    await settle(harness);
    http.expectOne('/api/closings/5').flush(aClosing({ totals: { ...aClosing().totals, net: '900.00' } }));
    await settle(harness);
    expect(page.querySelector('[role=alert]')?.textContent).toContain(title);
    expect(plain(page.querySelector('co-closing-totals'))).toContain('900,00 €');
    flushStatements(http, [aRow({ net: '900.00' })]);
    await settle(harness);
    expect(plain(page.querySelector('tbody'))).toContain('900,00 €');
  });

  it('asks before it drops', async () => {
    const { harness, http, page } = await openDraft();
    button(page, 'Abandonner le projet').click();
    await settle(harness);
    button(overlay(), 'Abandonner le projet').click();
    await settle(harness);
    http.expectOne({ method: 'DELETE', url: '/api/closings/5' }).flush(null);
    await settle(harness);
    http.expectOne((sent) => sent.url === '/api/closings').flush(pageOf([]));
  });
});
