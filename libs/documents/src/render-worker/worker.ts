import { parentPort } from 'node:worker_threads';

import { renderDocument, type RenderRequest } from './render-document';

/** What the thread is sent and what it answers; `id` ties them, since several may be under way. */
export type WorkerRequest = RenderRequest & { readonly id: number };
export type WorkerAnswer =
  { readonly id: number; readonly bytes: Uint8Array } | { readonly id: number; readonly error: string };

/** The entry of a worker thread: one message a document, one answer each, bytes transferred rather than copied. */
parentPort?.on('message', (request: WorkerRequest) => {
  void answer(request);
});

async function answer(request: WorkerRequest): Promise<void> {
  try {
    const bytes = Uint8Array.from(await renderDocument(request));
    parentPort?.postMessage({ id: request.id, bytes } satisfies WorkerAnswer, [bytes.buffer]);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    parentPort?.postMessage({ id: request.id, error: message } satisfies WorkerAnswer);
  }
}
