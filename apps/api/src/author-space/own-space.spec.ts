/** What an author reads of their own, and what they ask. */
import { readPdf } from '../../../../libs/documents/src/pdf/read-pdf.fixture';
import { asAuthor } from '../../../../tests/support/authors';
import { startTestApi, type ApiClient, type TestApi } from '../../../../tests/support/api';
import { acceptRun, makeBook, type Book } from '../../../../tests/support/book';
import { bytes } from '../../../../tests/support/bytes';
import { closeFirstHalf, closePeriod, makePayable, openHouseAccount, runTo } from '../../../../tests/support/payments';
import { Clock } from '../platform/clock/clock';

let api: TestApi;
let accountant: ApiClient;

beforeEach(async () => {
  api = await startTestApi();
  await openHouseAccount(api);
  await api.sql(`UPDATE house SET email = 'maison@phare.example'`);
  accountant = await api.as('accountant');
});
afterEach(() => api.close());

const today = (day: string) => api.get(Clock).moveTo(new Date(`${day}T10:00:00Z`));
const read = async (author: ApiClient, path: string) => (await author.get(`/api/author/${path}`).expect(200)).body;

describe('the first page', () => {
  it('says what is coming and when; then what was paid, once the bank has paid it', async () => {
    const [book] = await closeFirstHalf(api, [{ author: 'Sarr', title: 'La Nuit des marées' }]);
    const author = await asAuthor(api, book!.contributorId);
    const before = await read(author, 'overview');
    expect(before).toMatchObject({
      ...{ lastPayment: null, paidThisYear: '0.00', year: 2026 },
      coming: [
        { kind: 'statement', workTitle: 'La Nuit des marées', dueOn: '2026-07-31', gross: '2123.20', net: '1799.83' },
      ],
      nextStatements: [{ periodTo: '2026-12-31', deadline: '2027-06-30' }],
      lastStatement: { number: 'RED-2026-00001', net: '1799.83', hasDocuments: true, hasOwnPage: false },
    });
    today('2026-07-31');
    await runTo(accountant, 'exported');
    expect(await read(author, 'payments')).toEqual({ items: [] });
    expect((await read(author, 'overview')).coming).toHaveLength(1);
  });

  it('holds the executed payment with its sum, its statement and its certificate', async () => {
    const [book] = await closeFirstHalf(api, [{ author: 'Sarr' }]);
    const author = await asAuthor(api, book!.contributorId);
    today('2026-07-31');
    await runTo(accountant, 'executed');
    const overview = await read(author, 'overview');
    expect(overview).toMatchObject({ coming: [], paidThisYear: '1799.83', lastPayment: { executedOn: '2026-07-31' } });
    const payment = await read(author, `payments/${overview.lastPayment.id}`);
    expect(payment).toMatchObject({
      gross: '2123.20',
      withheld: '323.37',
      net: '1799.83',
      items: [{ label: 'RED-2026-00001' }],
    });
    expect(payment.items[0].lines.length).toBeGreaterThan(4);
    expect((await read(author, 'certificates')).items).toMatchObject([{ id: payment.certificateId, voidedOn: null }]);
    const paper = await author.get(`/api/author/certificates/${payment.certificateId}/pdf`).expect(200);
    expect(paper.headers['content-type']).toContain('application/pdf');
  });
});

it('gives the documents that were issued, and the trace of each amount', async () => {
  const [book] = await closeFirstHalf(api, [{ author: 'Sarr' }]);
  const author = await asAuthor(api, book!.contributorId);
  const [{ id }] = (await read(author, 'statements')).items;
  const statement = await read(author, `statements/${id}`);
  expect(statement.result).toMatchObject({
    earned: '2123.20',
    lines: [{ copies: 2000 }],
    withholding: { net: '1799.83' },
  });
  const issued = await accountant.get(`/api/statements/${id}/pdf`).buffer(true).expect(200);
  const own = await author.get(`/api/author/statements/${id}/pdf`).buffer(true).expect(200);
  expect(Buffer.compare(issued.body, own.body)).toBe(0);
  const workbook = await author.get(`/api/author/statements/${id}/xlsx?locale=en`).expect(200);
  expect(workbook.headers['content-disposition']).toContain('.xlsx');
});

it('shows the contract’s terms, without what the house noted for itself', async () => {
  const book = await makeBook(api, { author: 'Sarr' });
  await api.sql(`UPDATE contract SET notes = 'difficile en affaires'`);
  const author = await asAuthor(api, book.contributorId);
  const [row] = (await read(author, 'contracts')).items;
  const contract = await read(author, `contracts/${row.id}`);
  expect(contract).toMatchObject({ reference: row.reference, clauses: [{ basis: 'printed' }], payees: [] });
  expect(JSON.stringify(contract)).not.toContain('difficile');
  await api.sql(`UPDATE contract SET status = 'draft'`);
  await author.get(`/api/author/contracts/${row.id}`).expect(404);
});

/** As a French paper writes it. */
const euros = (amount: string) => `${amount.replace('.', ',').replace(/(\d)(\d{3},)/, '$1 $2')} €`;

describe('heirs', () => {
  let book: Book;
  let heirs: number[];

  beforeEach(async () => {
    book = await makeBook(api, { author: 'Disparu' });
    heirs = [];
    for (const [position, name] of ['Première', 'Seconde'].entries()) {
      const [heir] = await api.sql<{ id: number }>(`INSERT INTO contributor (last_name) VALUES ($1) RETURNING id`, [
        name,
      ]);
      heirs.push(heir!.id);
      await makePayable(api, heir!.id, { profile: position === 0 });
      await api.sql(
        `INSERT INTO contract_payee (contract_id, position, contributor_id, kind, share) VALUES ($1, $2, $3, 'rightsHolder', $4)`,
        [book.contractId, position + 1, heir!.id, [60, 40][position]],
      );
    }
    await api.sql(
      `INSERT INTO contributor_tax_profile (contributor_id, valid_from, situation, social, vat) VALUES ($1, '2020-01-01', 'rightsHolder', 'exempt', 'none')`,
      [heirs[1]],
    );
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    await closePeriod(api, { periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-31' });
  });

  it('see the statement with their own part of it, and nothing of the other’s part', async () => {
    const [first, second] = [await asAuthor(api, heirs[0]!), await asAuthor(api, heirs[1]!)];
    const [row] = (await read(first, 'statements')).items;
    expect(row).toMatchObject({
      payeeKind: 'rightsHolder',
      share: '60',
      gross: '1273.92',
      hasDocuments: true,
      hasOwnPage: true,
    });
    const [mine, theirs] = [await read(first, `statements/${row.id}`), await read(second, `statements/${row.id}`)];
    expect(mine.result.payees).toMatchObject([{ author: String(heirs[0]), net: mine.net }]);
    expect(theirs.result.payees).toMatchObject([{ author: String(heirs[1]), net: theirs.net }]);
    expect(mine.net).not.toBe(theirs.net);
    expect(mine.result.withholding.net).toBe(mine.net);
    expect(JSON.stringify(mine)).not.toContain(theirs.net);
    expect(mine.result).toMatchObject({ earned: '2123.20' });
  });

  it('have the statement, which tells nothing withheld from anybody, and each a page of their own', async () => {
    const authors = [await asAuthor(api, heirs[0]!), await asAuthor(api, heirs[1]!)];
    const [row] = (await read(authors[0]!, 'statements')).items;
    const nets = await Promise.all(
      authors.map(async (one) => euros((await read(one, `statements/${row.id}`)).net as string)),
    );
    const textOf = async (author: ApiClient, paper: string) =>
      readPdf(
        (await author.get(`/api/author/statements/${row.id}/${paper}`).buffer(true).parse(bytes).expect(200)).body,
      ).text;
    for (const [index, author] of authors.entries()) {
      const [statement, page] = [await textOf(author, 'pdf'), await textOf(author, 'own-page')];
      expect(statement).toContain('Première ayant droit 60 % 1 273,92 €');
      // Nothing is withheld from the second: their net is their gross, which the statement tells.
      expect(statement).not.toContain(nets[0]);
      expect(nets.filter((net) => page.includes(net!))).toEqual([nets[index]]);
      await author.get(`/api/author/statements/${row.id}/xlsx`).expect(200);
    }
    const stranger = await makeBook(api, { author: 'Ailleurs' });
    const other = await asAuthor(api, stranger.contributorId);
    for (const paper of ['pdf', 'xlsx', 'own-page']) {
      await other.get(`/api/author/statements/${row.id}/${paper}`).expect(404);
    }
    // The contract is the late author's, and nothing of it is paid to them.
    const signatory = await asAuthor(api, book.contributorId);
    await signatory.get(`/api/author/statements/${row.id}/pdf`).expect(404);
    await signatory.get(`/api/author/statements/${row.id}/own-page`).expect(404);
  });

  it('are not given a document of before, which told each what was withheld from the other', async () => {
    const first = await asAuthor(api, heirs[0]!);
    const [row] = (await read(first, 'statements')).items;
    await api.sql(
      `WITH f AS (INSERT INTO stored_file (sha256, file_name, media_type, byte_length, bytes) VALUES (repeat('0', 64), 'x.pdf', 'application/pdf', 1, 'x') RETURNING id)
       INSERT INTO statement_document (statement_id, format, locale, file_id, keeps_payees_apart) SELECT $1, 'pdf', 'fr', id, false FROM f`,
      [row.id],
    );
    expect(await read(first, `statements/${row.id}`)).toMatchObject({ hasDocuments: false, hasOwnPage: true });
    await first.get(`/api/author/statements/${row.id}/pdf`).expect(404);
    await first.get(`/api/author/statements/${row.id}/own-page`).expect(200);
  });

  it('see neither the contract nor each other’s payments', async () => {
    today('2026-07-31');
    await runTo(accountant, 'executed');
    const [first, second] = [await asAuthor(api, heirs[0]!), await asAuthor(api, heirs[1]!)];
    expect(await read(first, 'contracts')).toEqual({ items: [] });
    await first.get(`/api/author/contracts/${book.contractId}`).expect(404);
    const [own] = (await read(first, 'payments')).items;
    const [other] = (await read(second, 'payments')).items;
    expect(own.id).not.toBe(other.id);
    await first.get(`/api/author/payments/${other.id}`).expect(404);
    expect(JSON.stringify(await read(first, 'overview'))).not.toContain(other.net);
  });
});

describe('a question', () => {
  it('reaches the house with its line, and its answer comes back by mail and stays in the space', async () => {
    const [book] = await closeFirstHalf(api, [{ author: 'Sarr' }]);
    const author = await asAuthor(api, book!.contributorId);
    const [{ id: statementId }] = (await read(author, 'statements')).items;
    const body = 'Pourquoi 8 % ?\nEt {{link}} ?';
    const asked = await author
      .post('/api/author/questions', { statementId, lineLabel: 'Tirage 1', lineAmount: '2123.20', body })
      .expect(201);
    expect((await read(author, 'overview')).openQuestions).toBe(1);

    const { items } = (await accountant.get('/api/author-questions?status=open').expect(200)).body;
    expect(items).toMatchObject([{ id: asked.body.id, contributorName: 'Anne Sarr', lineLabel: 'Tirage 1', body }]);
    const sales = await api.as('sales');
    await sales.post(`/api/author-questions/${items[0].id}/answer`, { answer: 'x', version: 1 }).expect(403);
    const answer = { answer: 'Votre contrat le prévoit, article 4.', version: items[0].version };
    await accountant.post(`/api/author-questions/${items[0].id}/answer`, answer).expect(200);
    const again = await accountant.post(`/api/author-questions/${items[0].id}/answer`, answer).expect(409);
    expect(again.body.code).toBe('question-already-answered');
    expect((await read(author, 'questions')).items).toMatchObject([{ status: 'answered', answer: answer.answer }]);

    const mails = await api.sql<{ kind: string; to_address: string; body_text: string }>(
      `SELECT kind, to_address, body_text FROM mail_message WHERE kind LIKE 'author-%' ORDER BY id`,
    );
    expect(mails.map(({ kind, to_address }) => [kind, to_address])).toEqual([
      ['author-question', 'maison@phare.example'],
      ['author-answer', `author${book!.contributorId}@example.org`],
    ]);
    expect(mails[0]!.body_text).toContain(`/droits/questions/${asked.body.id}`);
    expect(mails[1]!.body_text).toContain(answer.answer);
    expect(mails.some(({ body_text }) => body_text.includes('{{link}}'))).toBe(false);
  });
});
