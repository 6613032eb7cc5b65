import { Money } from '@colophon/domain/money';

import type { ApiClient, TestApi } from './api';

type Sums = Map<number, Money>;

interface Row {
  readonly id: number;
  readonly amount: string;
}

/** Agents are owed since their author was paid; for contracts with one agent each. */
const OWED_TO_AGENTS = `
  SELECT person AS id, sum(amount)::text AS amount FROM (
    SELECT coalesce(s.contributor_id, c.contributor_id) AS person, i.agent_share AS amount
      FROM royalty_payment_item i JOIN royalty_payment y ON y.id = i.payment_id
      LEFT JOIN royalty_statement_payee o ON o.id = i.statement_payee_id
      LEFT JOIN royalty_statement_payee s ON s.statement_id = o.statement_id AND s.kind = 'agent'
      LEFT JOIN contract_payee c ON i.kind = 'advance' AND c.contract_id = i.contract_id AND c.kind = 'agent'
      WHERE y.status = 'executed' AND i.agent_share <> 0
    UNION ALL
    SELECT i.contributor_id, -i.gross FROM royalty_payment_item i JOIN royalty_payment y ON y.id = i.payment_id
      WHERE y.status = 'executed' AND i.payee_kind = 'agent'
  ) owed GROUP BY 1`;

/** Instalments that contracts count as paid, less what payments have paid of them: the books know of payments only. */
const COUNTED_UNPAID = `
  SELECT c.contributor_id AS id, sum(a.amount - coalesce(p.gross, 0))::text AS amount
  FROM contract_advance a JOIN contract c ON c.id = a.contract_id
  LEFT JOIN (SELECT i.advance_id, sum(i.gross) AS gross FROM royalty_payment_item i JOIN royalty_payment y ON y.id = i.payment_id
    WHERE y.status = 'executed' AND i.payee_kind <> 'agent' GROUP BY 1) p ON p.advance_id = a.id
  WHERE a.paid_on IS NOT NULL AND c.status <> 'draft' GROUP BY 1`;

/**
 * What must hold after every act: person by person, account 4081 is what the balances say is due and carried, and
 * account 4091 what they say is not recouped; and every closed statement still follows from the facts.
 */
export async function expectBooksAgree(api: TestApi, client: ApiClient): Promise<void> {
  const read = async (path: string) => (await client.get(path).expect(200)).body.items;
  const balances = (await read('/api/royalty-balances/authors?limit=200')) as AuthorRow[];
  const payables = (await read('/api/royalty-balances/payables?limit=200')) as PayableRow[];
  const owed = payables.filter(({ kind, payeeKind }) => kind === 'statement' && payeeKind !== 'agent');
  const due = sumsOf([
    ...owed.flatMap(({ contributorId: id, left, planned }) => [
      { id, amount: left },
      { id, amount: planned },
    ]),
    ...balances.map(({ id, carried }) => ({ id, amount: carried })),
    ...(await api.sql<Row>(OWED_TO_AGENTS)),
  ]);
  const counted = await api.sql<Row>(COUNTED_UNPAID);
  const unrecouped = sumsOf([
    ...balances.map(({ id, unrecouped: amount }) => ({ id, amount })),
    ...counted.map(({ id, amount }) => ({ id, amount: Money.parse(amount).negated().toString() })),
  ]);
  const lines = (await read('/api/accounting/balance?to=2099-12-31')) as BookRow[];
  const booked = (account: string, sign: 1 | -1) =>
    sumsOf(
      lines
        .filter(({ accountNumber }) => accountNumber === account)
        .map(({ contributorId: id, balance }) => ({
          id: id ?? 0,
          amount: sign === 1 ? balance : Money.parse(balance).negated().toString(),
        })),
    );
  expect({ payable: shown(booked('4081', -1)), advances: shown(booked('4091', 1)) }).toEqual({
    payable: shown(due),
    advances: shown(unrecouped),
  });
  await expectDeclared(api, client);
  await expectVerified(api, client);
}

/** The yearly returns are the executed payments of the year, less those that came back in it. */
async function expectDeclared(api: TestApi, client: ApiClient): Promise<void> {
  const [paid] = await api.sql<{ year: number; gross: string }>(
    `SELECT coalesce(sum(i.gross), 0)::numeric(14,2)::text AS gross FROM royalty_payment_item i JOIN royalty_payment y ON y.id = i.payment_id
     WHERE y.status = 'executed' AND i.payee_kind <> 'agent' AND y.executed_on BETWEEN '2026-01-01' AND '2026-12-31'`,
  );
  const { totals } = (await client.get('/api/declarations/contributions?year=2026').expect(200)).body;
  expect(totals.gross).toBe(paid!.gross);
}

async function expectVerified(api: TestApi, client: ApiClient): Promise<void> {
  const closed = await api.sql<{ id: number }>(`SELECT id FROM closing WHERE status = 'closed' ORDER BY id`);
  for (const { id } of closed) {
    const { body } = await client.get(`/api/closings/${id}/verify`).expect(200);
    expect(body).toMatchObject({ isSame: true, difference: '0.00', refusal: null });
  }
}

interface AuthorRow {
  readonly id: number;
  readonly carried: string;
  readonly unrecouped: string;
}

interface PayableRow {
  readonly kind: string;
  readonly payeeKind: string;
  readonly contributorId: number;
  readonly left: string;
  readonly planned: string;
}

interface BookRow {
  readonly accountNumber: string;
  readonly contributorId: number | null;
  readonly balance: string;
}

function sumsOf(rows: readonly Row[]): Sums {
  const sums: Sums = new Map();
  for (const { id, amount } of rows) sums.set(id, (sums.get(id) ?? Money.zero).plus(Money.parse(amount)));
  return sums;
}

/** By person, without those of zero. */
function shown(sums: Sums): Record<string, string> {
  const rows = [...sums].filter(([, amount]) => !amount.isZero).sort(([a], [b]) => a - b);
  return Object.fromEntries(rows.map(([id, amount]) => [String(id), amount.toString()]));
}
