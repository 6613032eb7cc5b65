import { Secrets } from '../../apps/api/src/platform/secrets/secrets';
import type { PayablePage, PayableRow } from '../../apps/api/src/payments/balances/balance-dto';
import type { PaymentRunResponse } from '../../apps/api/src/payments/runs/run-dto';
import type { ApiClient, TestApi } from './api';
import { acceptRun, makeBook, type Book, type BookOptions } from './book';

export const IBANS = ['FR1420041010050500013M02606', 'FR7630006000011234567890189', 'DE89370400440532013000'] as const;

/** A house that can pay: a name and an account. */
export async function openHouseAccount(api: TestApi): Promise<void> {
  await api.sql(
    `UPDATE house SET legal_name = 'Éditions du Chèvrefeuille', iban = 'FR7630006000011234567890189', bic = 'AGRIFRPP',
       address = '{"line1": "12 rue de l’Église", "postalCode": "29200", "city": "Brest", "country": "FR"}'`,
  );
  api.get(Secrets).createKeyIfNew(false);
}

/** What a payee needs to be paid: an account and a tax profile. */
export async function makePayable(
  api: TestApi,
  contributorId: number,
  change: { iban?: string | null; email?: string; country?: string; profile?: boolean } = {},
): Promise<void> {
  const iban = change.iban === undefined ? IBANS[0] : change.iban;
  await api.sql(
    `UPDATE contributor SET iban_encrypted = $2, iban_last4 = $3, email = $4, address = jsonb_build_object('country', $5::text) WHERE id = $1`,
    [
      contributorId,
      iban === null ? null : api.get(Secrets).encrypt(iban),
      iban?.slice(-4) ?? null,
      change.email ?? null,
      change.country ?? 'FR',
    ],
  );
  if (change.profile === false) return;
  await api.sql(
    `INSERT INTO contributor_tax_profile (contributor_id, valid_from, situation, social, vat) VALUES ($1, '2020-01-01', 'author', 'withheld', 'withheld')`,
    [contributorId],
  );
}

export interface DueBook {
  readonly book: Book;
  readonly payee: Parameters<typeof makePayable>[2];
  readonly copies: number;
}

/** Books whose first half of 2026 is closed: what they earned is due on 31 July. */
export async function closeFirstHalf(
  api: TestApi,
  books: readonly (BookOptions & { payee?: Parameters<typeof makePayable>[2]; copies?: number })[],
  paymentDate = '2026-07-31',
): Promise<Book[]> {
  const made: Book[] = [];
  for (const { payee, copies = 2000, ...options } of books) {
    const book = await makeBook(api, options);
    await makePayable(api, book.contributorId, payee ?? {});
    await acceptRun(api, book, { copies, on: '2026-02-10' });
    made.push(book);
  }
  await closePeriod(api, { periodFrom: '2026-01-01', periodTo: '2026-06-30', paymentDate });
  return made;
}

export async function closePeriod(
  api: TestApi,
  period: { periodFrom: string; periodTo: string; paymentDate: string },
): Promise<number> {
  const accountant = await api.as('accountant');
  const { id } = (await accountant.post('/api/closings', { kind: 'period', ...period }).expect(201)).body;
  await accountant.post(`/api/closings/${id}/close`).expect(200);
  return id as number;
}

export async function payablesOf(client: ApiClient, contributorId?: number): Promise<PayableRow[]> {
  const query = contributorId === undefined ? '' : `?contributorId=${contributorId}`;
  return ((await client.get(`/api/royalty-balances/payables${query}`).expect(200)).body as PayablePage).items;
}

interface RunOptions {
  readonly dueBy?: string;
  readonly executionDate?: string;
  readonly executedOn?: string;
  readonly items?: unknown;
}

export type Step = 'draft' | 'approved' | 'exported' | 'executed';

/** A run brought to a step, as one person of a small house does it. */
export async function runTo(client: ApiClient, step: Step, given: RunOptions = {}): Promise<PaymentRunResponse> {
  const { dueBy = '2026-07-31', executionDate = '2026-07-31', items } = given;
  const executedOn = given.executedOn ?? executionDate;
  const input = { dueBy, executionDate, ...(items ? { items } : {}) };
  let run = (await client.post('/api/payment-runs', input).expect(201)).body as PaymentRunResponse;
  const acts = { approved: 'approve', exported: 'export', executed: 'execute' } as const;
  const steps = ['approved', 'exported', 'executed'] as const;
  for (const next of steps.slice(0, step === 'draft' ? 0 : steps.indexOf(step) + 1)) {
    const body = { version: run.version, ...(next === 'executed' ? { executedOn } : {}) };
    const answer = await client.post(`/api/payment-runs/${run.id}/${acts[next]}`, body);
    if (answer.status !== 200) throw new Error(`${next}: ${answer.status} ${JSON.stringify(answer.body)}`);
    run = answer.body as PaymentRunResponse;
  }
  return run;
}
