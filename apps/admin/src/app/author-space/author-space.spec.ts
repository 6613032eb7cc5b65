import type { AuthorOverviewResponse, QuestionResponse } from '@colophon/api-client';
import { anIssued } from '../royalties/explain/example';
import { aSession, openAt, settle } from '../platform/testing';
import { routes as space } from './author-space.routes';
import { routes as questions } from './questions.routes';

const routes = [
  { path: 'auteur', children: space },
  { path: 'droits/questions', children: questions },
];
const author = {
  name: 'Anne Sarr',
  csrfToken: 'jeton',
  houseName: 'Éditions du Phare',
  houseEmail: null,
  today: '2026-07-15',
};
const notSignedIn = { status: 401, statusText: 'Unauthorized' };

beforeEach(() => localStorage.clear());
afterEach(() => {
  document.querySelector('.cdk-overlay-container')?.remove();
  window.history.replaceState(null, '', '/');
});

const text = (page: Element | null | undefined) => page?.textContent?.replaceAll(/[\u202f\u00a0]/g, ' ') ?? '';
const button = (page: Element, label: string): HTMLButtonElement =>
  [...page.querySelectorAll('button')].find((one) => text(one).includes(label))!;

/** Opens a page of the space as an author who is signed in, or as nobody. */
async function open(url: string, signedIn = true) {
  const opened = await openAt(routes, '/', aSession());
  const { harness, http } = opened;
  const going = harness.navigateByUrl(url);
  await settle(harness);
  const asked = http.match('/api/author/session');
  asked.forEach((request) => (signedIn ? request.flush(author) : request.flush({}, notSignedIn)));
  await going;
  await settle(harness);
  return { ...opened, page: harness.fixture.nativeElement as HTMLElement };
}

function overview(with_: Partial<AuthorOverviewResponse> = {}): AuthorOverviewResponse {
  return {
    lastPayment: {
      id: 4,
      executedOn: '2026-01-31',
      gross: '1000.00',
      withheld: '152.30',
      net: '847.70',
      ibanMasked: null,
    },
    ...{ year: 2026, paidThisYear: '847.70', paidLastYear: '0.00', openQuestions: 1, lastStatement: null },
    coming: [
      {
        ...{ kind: 'statement', label: 'RED-2026-00001', workTitle: 'La Nuit des marées', statementId: 9 },
        ...{ dueOn: '2026-07-31', gross: '2123.20', net: '1799.83' },
      },
    ],
    nextStatements: [
      { contractReference: 'C-1', workTitle: 'La Nuit des marées', periodTo: '2026-12-31', deadline: '2027-06-30' },
    ],
    balances: [
      {
        contractId: 3,
        contractReference: 'C-1',
        workTitle: 'La Nuit des marées',
        unrecouped: '250.00',
        carried: '0.00',
      },
    ],
    ...with_,
  };
}

describe('somebody who is not signed in', () => {
  it('asks for a link, and reads the same whatever the house knows', async () => {
    const { harness, http, page } = await open('/auteur', false);
    http.expectOne('/api/author/house').flush({ houseName: author.houseName });
    await settle(harness);
    expect(text(page)).toContain(author.houseName);
    const box = page.querySelector<HTMLInputElement>('input[type=email]')!;
    box.value = 'anne@example.org';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    button(page, 'Recevoir un lien').click();
    await settle(harness);
    const asked = http.expectOne('/api/author/link');
    expect(asked.request.body).toEqual({ email: 'anne@example.org' });
    asked.flush(null, { status: 204, statusText: 'No Content' });
    await settle(harness);
    expect(text(page)).toContain('Si la maison connaît anne@example.org');
  });

  it('enters by one click, not by opening the link', async () => {
    window.history.replaceState(null, '', '/auteur/entrer#secret-token');
    const { harness, http, page } = await open('/auteur/entrer', false);
    http.expectNone('/api/author/session');
    expect(window.location.hash).toBe('');
    button(page, 'Entrer dans mon espace').click();
    await settle(harness);
    const entered = http.expectOne((request) => request.method === 'POST');
    expect([entered.request.url, entered.request.body]).toEqual(['/api/author/session', { token: 'secret-token' }]);
    entered.flush(
      { detail: 'Ce lien a expiré ou a déjà servi.', title: '', status: 409, code: 'author-link-expired' },
      { status: 409, statusText: 'Conflict' },
    );
    await settle(harness);
    expect(text(page)).toContain('a déjà servi');
  });
});

describe('the first page', () => {
  it('answers what was paid, what is coming and when', async () => {
    const { harness, http, page } = await open('/auteur');
    http.expectOne('/api/author/overview').flush(overview());
    await settle(harness);
    const shown = text(page);
    for (const said of ['847,70 €', '31 janvier 2026', '1 799,83 €', '31 juillet 2026', '30 juin 2027', '250,00 €'])
      expect(shown).toContain(said);
    expect(shown).toContain('Anne Sarr');
  });

  it('goes back to the page of links where the session has ended', async () => {
    const { harness, http, page } = await open('/auteur');
    http.expectOne('/api/author/overview').flush({ status: 401, code: 'author-not-signed-in' }, notSignedIn);
    await settle(harness);
    await settle(harness);
    expect(text(page)).toContain('Recevoir un lien');
  });
});

it('a line of a statement opens on its sum, and can be asked about', async () => {
  const { harness, http, page } = await open('/auteur/redditions/9');
  http.expectOne('/api/author/statements/9').flush({
    ...{ id: 9, number: 'RED-2026-00001', workTitle: 'La Nuit des marées', contractReference: 'C-1' },
    ...{ statementDate: '2026-06-30', issuedOn: '2026-07-15', periodFrom: '2026-01-01', periodTo: '2026-06-30' },
    ...{ paymentDate: '2026-07-31', earned: '2123.20', gross: '2123.20', net: '1799.83', payeeKind: 'author' },
    ...{ share: '100', hasDocuments: true, hasOwnPage: true, statementNumbers: [], result: anIssued() },
    book: {
      title: '',
      subtitle: null,
      byline: '',
      editions: [{ id: 4, isbn13: null, productForm: 'paperback', runs: [{ id: '9', number: 1 }], stock: null }],
    },
  });
  await settle(harness);
  expect(text(page)).toContain('Tirage 1');
  const papers = [...page.querySelectorAll('a[download]')].map((link) => link.getAttribute('href'));
  expect(papers).toEqual(['pdf', 'own-page', 'xlsx'].map((paper) => `/api/author/statements/9/${paper}?locale=fr`));
  page.querySelector<HTMLButtonElement>('button[aria-label^="Poser une question sur"]')!.click();
  await settle(harness);
  const dialog = document.querySelector('.cdk-overlay-container')!;
  const box = dialog.querySelector('textarea')!;
  box.value = 'Pourquoi 8 % ?';
  box.dispatchEvent(new Event('input', { bubbles: true }));
  button(dialog, 'Envoyer la question').click();
  await settle(harness);
  const sent = http.expectOne('/api/author/questions');
  expect(sent.request.headers.get('X-CSRF-Token')).toBe('jeton');
  expect(sent.request.body).toMatchObject({ statementId: 9, body: 'Pourquoi 8 % ?' });
  expect(sent.request.body.lineLabel).toContain('Tirage 1');
});

it('the house answers a question once', async () => {
  const session = aSession({ permissions: ['royalties.read', 'royalties.write'] });
  const { harness, http, page } = await openAt(routes, '/droits/questions/5', session);
  const question: QuestionResponse = {
    ...{ id: 5, version: 1, statementId: 9, statementNumber: 'RED-2026-00001', workTitle: 'La Nuit des marées' },
    ...{ lineLabel: 'Tirage 1', lineAmount: '2123.20', body: 'Pourquoi 8 % ?', status: 'open', locale: 'fr' },
    ...{ askedAt: '2026-07-15T09:00:00Z', answer: null, answeredAt: null, answeredBy: null },
    ...{ contributorId: 2, contributorName: 'Anne Sarr', contributorEmail: 'anne@example.org' },
  };
  await settle(harness);
  http.expectOne('/api/author-questions/5').flush(question);
  await settle(harness);
  const box = page.querySelector('textarea')!;
  box.value = 'Article 4.';
  box.dispatchEvent(new Event('input', { bubbles: true }));
  button(page, 'Envoyer la réponse').click();
  await settle(harness);
  const sent = http.expectOne('/api/author-questions/5/answer');
  expect(sent.request.body).toEqual({ answer: 'Article 4.', version: 1 });
  sent.flush({
    ...question,
    status: 'answered',
    answer: 'Article 4.',
    answeredBy: 'Hélène',
    answeredAt: '2026-07-16T09:00:00Z',
  });
  await settle(harness);
  expect(text(page)).toContain('Répondu par Hélène');
  expect(page.querySelector('textarea')).toBeNull();
});
