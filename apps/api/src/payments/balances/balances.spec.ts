import { computeRoyalties } from '@colophon/domain/royalties';

import { startTestApi, type ApiClient, type TestApi } from '../../../../../tests/support/api';
import { acceptRun, makeBook } from '../../../../../tests/support/book';
import {
  closeFirstHalf,
  closePeriod,
  makePayable,
  openHouseAccount,
  payablesOf,
  runTo,
} from '../../../../../tests/support/payments';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { loadFacts } from '../../royalties/facts/load-facts';
import { allContracts } from '../../royalties/facts/scope';

let api: TestApi;
let accountant: ApiClient;

beforeEach(async () => {
  api = await startTestApi();
  await openHouseAccount(api);
  accountant = await api.as('accountant');
});
afterEach(() => api.close());

async function on(day: string): Promise<void> {
  api.get(Clock).moveTo(new Date(`${day}T09:00:00Z`));
  await api.sql(`UPDATE user_session SET expires_at = '2030-01-01'`);
}

const contracts = async (query = '') =>
  (await accountant.get(`/api/royalty-balances/contracts${query}`).expect(200)).body;

describe('what is owed to each, and what is not', () => {
  it('adds up by author and by contract, in lists that filter, search and export', async () => {
    const [sarr] = await closeFirstHalf(api, [
      { author: 'Sarr' },
      { author: 'Diop', copies: 1000 },
      { author: 'Faye', copies: 10, threshold: '50' },
    ]);
    const authors = (await accountant.get('/api/royalty-balances/authors?sort=-due').expect(200)).body;
    expect(
      authors.items.map(({ displayName, due, carried }: Record<string, string>) => [displayName, due, carried]),
    ).toEqual([
      ['Anne Sarr', '2123.20', '0.00'],
      ['Anne Diop', '1061.60', '0.00'],
      ['Anne Faye', '0.00', '10.62'],
    ]);
    expect(authors.totals).toMatchObject({
      due: '3184.80',
      carried: '10.62',
      unrecouped: '0.00',
      paidThisYear: '0.00',
    });
    expect((await contracts('?state=due')).total).toBe(2);
    expect((await contracts('?q=faye')).items).toMatchObject([
      { carried: '10.62', heldState: 'held', deadline: '2026-12-31' },
    ]);
    expect((await contracts(`?contributorId=${sarr!.contributorId}`)).totals.due).toBe('2123.20');
    const csv = await accountant
      .get('/api/royalty-balances/contracts/export?format=csv&columns=reference,due')
      .expect(200);
    expect(csv.text).toContain('2123,20');
    const payables = (await accountant.get('/api/royalty-balances/payables').expect(200)).body;
    expect(payables.totals).toMatchObject({ left: '3184.80', wholeGross: '3184.80', paid: '0.00' });
  });

  it('is for those who pay', async () => {
    for (const role of ['editorial', 'sales', 'read-only'] as const) {
      await (await api.as(role)).get('/api/royalty-balances/authors').expect(403);
    }
  });
});

describe('a balance that a threshold holds', () => {
  const period = { periodFrom: '2026-07-01', periodTo: '2026-09-30', paymentDate: '2026-10-31' };

  it('alerts five months after the accounts, whatever statements came since, and again once six are over', async () => {
    const [book] = await closeFirstHalf(api, [{ author: 'Faye', copies: 10, threshold: '50' }]);
    await on('2026-10-05');
    await acceptRun(api, book!, { copies: 10, on: '2026-08-01' });
    await closePeriod(api, period);
    expect((await contracts()).items).toMatchObject([{ carried: '21.24', heldSince: '2026-06-30', heldState: 'held' }]);
    await on('2026-11-29');
    expect((await contracts('?state=alert')).items).toEqual([]);
    await on('2026-11-30');
    expect((await contracts('?state=alert')).items).toMatchObject([{ heldState: 'alert', deadline: '2026-12-31' }]);
    await on('2027-01-01');
    expect((await contracts('?state=alert')).items).toMatchObject([{ heldState: 'overdue' }]);
  });

  it('is paid all the same once somebody says why, and the next statement recoups it', async () => {
    const [book] = await closeFirstHalf(api, [{ author: 'Faye', copies: 10, threshold: '50' }]);
    const release = { contractId: book!.contractId, reason: 'Demande de l’autrice' };
    const both = await Promise.all(
      [accountant, await api.as('owner')].map((who) => who.post('/api/royalty-balances/releases', release)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await contracts()).items).toMatchObject([{ heldState: 'released', due: '10.62', carried: '10.62' }]);
    const run = await runTo(accountant, 'draft', { dueBy: '2026-07-15', executionDate: '2026-07-15' });
    expect(run.payments[0]!.items).toMatchObject([
      { kind: 'advance', gross: '10.62', label: 'Solde reporté, versé malgré le seuil' },
    ]);
    await accountant.post(`/api/payment-runs/${run.id}/cancel`, { version: run.version }).expect(200);
    await runTo(accountant, 'executed', { dueBy: '2026-07-15', executionDate: '2026-07-15' });
    await on('2026-10-05');
    await acceptRun(api, book!, { copies: 100, on: '2026-08-01' });
    await closePeriod(api, period);
    const [statement] = await api.sql(
      `SELECT earned::text, carried_in::text, recouped::text, gross::text FROM royalty_statement ORDER BY id DESC LIMIT 1`,
    );
    expect(statement).toEqual({ earned: '106.16', carried_in: '10.62', recouped: '10.62', gross: '106.16' });
    expect((await contracts()).items).toMatchObject([
      { carried: '0.00', due: '106.16', unrecouped: '0.00', heldState: 'none' },
    ]);
  });

  it('is not paid twice: a release lapses once another statement was closed before it was paid', async () => {
    const [book] = await closeFirstHalf(api, [{ author: 'Faye', copies: 10, threshold: '50' }]);
    await accountant
      .post('/api/royalty-balances/releases', { contractId: book!.contractId, reason: 'Six mois' })
      .expect(201);
    await on('2026-10-05');
    await acceptRun(api, book!, { copies: 100, on: '2026-08-01' });
    await closePeriod(api, period);
    expect(await payablesOf(accountant)).toMatchObject([{ kind: 'statement', left: '116.78' }]);
    const refused = { contractId: book!.contractId, reason: 'Encore' };
    expect((await accountant.post('/api/royalty-balances/releases', refused).expect(409)).body.code).toBe(
      'balance-not-held',
    );
  });
});

describe('an instalment that a contract says was paid', () => {
  it('is owed to nobody, and becomes a payment of its day, which returns know of, once somebody records it', async () => {
    const book = await makeBook(api, { author: 'Sarr' });
    await makePayable(api, book.contributorId);
    await api.sql(
      `INSERT INTO contract_advance (contract_id, label, due_on, paid_on, amount) VALUES ($1, 'Signature', '2026-03-01', '2026-03-04', 3000)`,
      [book.contractId],
    );
    expect(await payablesOf(accountant)).toEqual([]);
    expect((await contracts()).items).toMatchObject([{ due: '0.00', unrecouped: '3000.00' }]);
    const marked = (await accountant.get('/api/royalty-balances/payables?marked=true').expect(200)).body.items;
    expect(marked).toMatchObject([{ label: 'Signature', markedOn: '2026-03-04', left: '3000.00' }]);
    const items = [{ payableId: marked[0].id }];
    const inARun = { dueBy: '2026-07-15', executionDate: '2026-07-15', items };
    expect((await accountant.post('/api/payment-runs', inARun).expect(422)).body.code).toBe('payment-marked-paid');
    const otherDay = { items, executedOn: '2026-03-05', method: 'transfer' };
    expect((await accountant.post('/api/royalty-payments', otherDay).expect(422)).body.code).toBe('payment-marked-on');
    const [payment] = (
      await accountant.post('/api/royalty-payments', { ...otherDay, executedOn: '2026-03-04' }).expect(201)
    ).body;
    expect(payment).toMatchObject({ gross: '3000.00', net: '2543.09', items: [{ paidThisYear: '0.00' }] });
    expect(await api.sql('SELECT FROM paid_gross')).toEqual([]);
    expect((await accountant.get('/api/royalty-balances/payables?marked=true').expect(200)).body.items).toEqual([]);
    expect((await accountant.get('/api/royalty-balances/authors').expect(200)).body.items).toMatchObject([
      { paidThisYear: '3000.00' },
    ]);
  });
});

describe('heirs and agents', () => {
  const share = async (contractId: number, payees: readonly (readonly [number, string, string])[]) => {
    for (const [index, [contributorId, kind, percent]] of payees.entries()) {
      await api.sql(
        `INSERT INTO contract_payee (contract_id, position, contributor_id, kind, share) VALUES ($1, $2, $3, $4, $5)`,
        [contractId, index + 1, contributorId, kind, percent],
      );
    }
  };

  it('each get their part of a statement and of an instalment, to the cent as the engine shares it', async () => {
    const book = await makeBook(api, { author: 'Sarr' });
    const others = [await makeBook(api), await makeBook(api), await makeBook(api)];
    const [one, two, agent] = others.map(({ contributorId }) => contributorId) as [number, number, number];
    for (const id of [one, two, agent]) await makePayable(api, id);
    await share(book.contractId, [
      [one, 'rightsHolder', '33.33'],
      [two, 'rightsHolder', '66.67'],
      [agent, 'agent', '15'],
    ]);
    await api.sql(
      `INSERT INTO contract_advance (contract_id, label, due_on, amount) VALUES ($1, 'Signature', '2026-07-15', 1000.01)`,
      [book.contractId],
    );
    await acceptRun(api, book, { copies: 2000, on: '2026-02-10' });
    await closePeriod(api, { periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate: '2026-07-15' });
    const run = await runTo(accountant, 'executed', { dueBy: '2026-07-15', executionDate: '2026-07-15' });
    const { computed } = await engineAdvance(book.contractId);
    const paid = run.payments.flatMap(({ contributorId, items }) =>
      items
        .filter(({ kind }) => kind === 'advance')
        .map(({ gross, agentShare }) => [String(contributorId), gross, agentShare]),
    );
    expect(paid.sort()).toEqual(
      computed.map(({ author, gross, agentFee }) => [author, gross, agentFee ?? '0.00']).sort(),
    );
    for (const { items } of run.payments) {
      for (const { kind, net, statedNet, difference } of items) {
        if (kind === 'statement' && difference === null) expect(net).toBe(statedNet);
      }
    }
    const agents = run.payments.find(({ contributorId }) => contributorId === agent)!;
    expect(agents.items.map(({ gross, net, social }) => [gross, net, social])).toEqual([
      ['318.48', '318.48', '0.00'],
      ['150.00', '150.00', '0.00'],
    ]);
    const counted = await api.sql(`SELECT DISTINCT contributor_id AS id FROM paid_gross`);
    expect(counted).not.toContainEqual({ id: agent });
  });

  async function engineAdvance(contractId: number) {
    const tx = api.get(Database).reader;
    const scope = (await allContracts(tx)).filter(({ id }) => id === contractId);
    const { facts } = await loadFacts(tx, scope);
    const issued = computeRoyalties(facts).find((one) => one.kind === 'advance');
    return { computed: issued?.payees ?? [] };
  }
});
