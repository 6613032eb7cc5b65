import { startTestApi, type ApiClient, type TestApi } from '../../../../tests/support/api';
import { acceptRun, makeBook, type Book } from '../../../../tests/support/book';

let api: TestApi;
let editorial: ApiClient;
let book: Book;

beforeAll(async () => {
  api = await startTestApi();
  editorial = await api.as('editorial');
  book = await makeBook(api, { title: 'L’Été des marées', author: 'Kervella', isbn13: '9791097000011' });
  await api.sql(
    `INSERT INTO point_of_sale (name, kind, billing_address) VALUES ('Librairie L’Étrave', 'independent-bookshop', '{"city": "Brest"}')`,
  );
});
afterAll(() => api.close());

const search = async (words: string) =>
  (await editorial.get(`/api/search?q=${encodeURIComponent(words)}`).expect(200)).body.items;

describe('the palette', () => {
  it('finds a title whatever the accents, and by its ISBN with or without hyphens', async () => {
    const hit = { type: 'work', id: book.workId, label: 'L’Été des marées', url: `/catalogue/oeuvres/${book.workId}` };
    expect(await search('ete des mar')).toContainEqual(expect.objectContaining(hit));
    expect(await search('979-10-97000')).toContainEqual(expect.objectContaining(hit));
    expect(await search('9791097000011')).toContainEqual(expect.objectContaining(hit));
  });

  it('finds people, shops and contracts', async () => {
    expect(await search('kervella')).toContainEqual(
      expect.objectContaining({ type: 'contributor', id: book.contributorId }),
    );
    expect(await search('etrave')).toContainEqual(expect.objectContaining({ type: 'point-of-sale', detail: 'Brest' }));
    expect(await search('C-0')).toContainEqual(expect.objectContaining({ type: 'contract', id: book.contractId }));
  });

  it('takes a percent sign for a letter', async () => {
    expect(await search('%')).toEqual([]);
  });
});

describe('the home page', () => {
  it('says what waits: an accepted run to close, a house to complete, an author without a tax profile', async () => {
    await acceptRun(api, book, { copies: 500, on: '2026-06-01' });
    const { body } = await editorial.get('/api/overview').expect(200);
    const waiting = Object.fromEntries(
      body.todos.map((todo: { kind: string; count: number }) => [todo.kind, todo.count]),
    );
    expect(waiting).toMatchObject({ 'runs-to-close': 1, 'house-incomplete': 1, 'authors-without-tax-profile': 1 });
    expect(body.salesByMonth).toHaveLength(12);
  });

  it('says that mails wait for a server, and which could not leave', async () => {
    const mail = (key: string, status: string) =>
      api.sql(
        `INSERT INTO mail_message (kind, key, to_name, to_address, subject, body_text, body_html, locale, attachments, max_attempts, status)
         VALUES ('statement', $1, 'A. Kervella', 'a@example.org', 'Reddition', 'Bonjour', '<p>Bonjour</p>', 'fr', '[]', 8, $2)`,
        [key, status],
      );
    await mail('waits', 'queued');
    await mail('failed', 'failed');
    const todos = async () => (await editorial.get('/api/overview').expect(200)).body.todos;
    expect(await todos()).toEqual(
      expect.arrayContaining([
        { kind: 'mails-failed', count: 1, url: '/reglages/boite-d-envoi?status=failed' },
        { kind: 'mails-waiting-for-a-server', count: 1, url: '/reglages/courriels' },
      ]),
    );
    await api.sql(`UPDATE mail_setting SET host = 'smtp.example.org', from_address = 'maison@example.org'`);
    expect((await todos()).map(({ kind }: { kind: string }) => kind)).not.toContain('mails-waiting-for-a-server');
  });

  it('names the first steps of a house that begins, those taken and those to take', async () => {
    const { body } = await editorial.get('/api/overview').expect(200);
    expect(body.firstSteps).toEqual([
      { step: 'house', done: false },
      { step: 'titles', done: true },
      { step: 'contracts', done: true },
      { step: 'print-runs', done: true },
      { step: 'points-of-sale', done: true },
    ]);
  });

  it('no longer asks to close a run that is closed', async () => {
    const accountant = await api.as('accountant');
    const closing = { kind: 'period', periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' };
    const { id } = (await accountant.post('/api/closings', closing).expect(201)).body;
    await accountant.post(`/api/closings/${id}/close`).expect(200);
    const { body } = await editorial.get('/api/overview').expect(200);
    expect(body.todos.map((todo: { kind: string }) => todo.kind)).not.toContain('runs-to-close');
    expect(body.closings).toEqual([expect.objectContaining({ id })]);
    expect(await search('RED-2026')).toContainEqual(expect.objectContaining({ type: 'statement' }));
  });
});
