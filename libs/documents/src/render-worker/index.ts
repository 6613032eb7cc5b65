import { join } from 'node:path';

export { renderDocument, type RenderRequest } from './render-document';
export type { WorkerAnswer, WorkerRequest } from './worker';

/** The compiled entry of a worker thread: `new Worker(WORKER_FILE)`. From sources (tests) there is none. */
export const WORKER_FILE = join(__dirname, 'worker.js');
