import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import { join } from 'node:path';

import { anInvoice } from '../invoices/invoice.fixture';
import { aStatement } from '../statements/statement.fixture';
import { renderDocument } from './render-document';
import type { WorkerAnswer, WorkerRequest } from './worker';

// Processes and threads are slow to start on a busy machine.
jest.setTimeout(60_000);

describe('a document rendered on request', () => {
  it.each([
    [{ kind: 'invoice', format: 'pdf', data: anInvoice() } as const, '%PDF'],
    [{ kind: 'invoice', format: 'xlsx', data: anInvoice() } as const, 'PK'],
    [{ kind: 'statement', format: 'pdf', data: aStatement() } as const, '%PDF'],
    [{ kind: 'statement', format: 'xlsx', data: aStatement() } as const, 'PK'],
  ])('is of the kind and format asked for (%#)', async (request, start) => {
    expect(Buffer.from(await renderDocument(request)).toString('latin1')).toMatch(new RegExp(`^${start}`));
  });
});

describe('a worker thread', () => {
  let worker: Worker;
  beforeAll(() => {
    // The thread runs the sources: the tests need no build.
    worker = new Worker(join(__dirname, 'worker.ts'), { execArgv: ['--import', 'tsx'] });
  });
  afterAll(() => worker.terminate());

  async function ask(request: WorkerRequest): Promise<WorkerAnswer> {
    const answers = once(worker, 'message') as Promise<[WorkerAnswer]>;
    worker.postMessage(request);
    const [answer] = await answers;
    return answer;
  }

  it('gives the very bytes that the main thread would', async () => {
    const answer = await ask({ id: 7, kind: 'invoice', format: 'pdf', data: anInvoice() });
    expect(answer.id).toBe(7);
    if (!('bytes' in answer)) throw new Error(answer.error);
    const here = await renderDocument({ kind: 'invoice', format: 'pdf', data: anInvoice() });
    expect(Buffer.from(answer.bytes).equals(Buffer.from(here))).toBe(true);
  });

  it('answers with the reason where data is refused, and lives on', async () => {
    expect(await ask({ id: 8, kind: 'invoice', format: 'pdf', data: anInvoice({ lines: [] }) })).toEqual({
      id: 8,
      error: 'Invoice FA2026-00042 cannot be printed: it has no line.',
    });
    expect(await ask({ id: 9, kind: 'statement', format: 'xlsx', data: aStatement() })).toHaveProperty('bytes');
  });
});
