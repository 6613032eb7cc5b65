import { Worker } from 'node:worker_threads';

export interface RenderPoolOptions {
  /** The file each thread runs: takes `{ id, … }`, answers `{ id, bytes }` or `{ id, error }`. */
  readonly file: string;
  /** Threads at most; each is started when there is work for it. */
  readonly size: number;
  /** How long a thread without work is kept, in milliseconds. */
  readonly idleMs: number;
}

/**
 * Left to itself a thread tidies its memory up late where the machine has plenty, and two of them come to 550 MiB; so
 * they stay at half of that. A paper of hundreds of pages fits.
 */
const MEMORY = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

interface Job {
  readonly message: object;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | undefined;
  idleTimer: NodeJS.Timeout | undefined;
}

type Answer = { readonly bytes: Uint8Array } | { readonly error: string };

/**
 * Threads that turn data into bytes, so that a document never holds up a request. A thread that dies takes its own
 * job with it and no other; a thread without work ends, and its memory with it.
 */
export class RenderPool {
  private readonly threads = new Set<Thread>();
  private readonly queue: Job[] = [];
  private closed = false;

  constructor(private readonly options: RenderPoolOptions) {}

  /** Threads alive now. */
  get running(): number {
    return this.threads.size;
  }

  /** @throws Error with the thread's own sentence where the data cannot be rendered, or where the pool is closed. */
  run(message: object): Promise<Uint8Array> {
    if (this.closed) return Promise.reject(new Error('The application is stopping: no more documents are made.'));
    return new Promise((resolve, reject) => {
      this.queue.push({ message, resolve, reject });
      this.dispatch();
    });
  }

  /** Ends every thread; what waits or runs is refused. */
  async close(): Promise<void> {
    this.closed = true;
    const stopping = new Error('The application is stopping: this document was not made.');
    for (const job of this.queue.splice(0)) job.reject(stopping);
    await Promise.all([...this.threads].map((thread) => this.end(thread, stopping)));
  }

  private dispatch(): void {
    while (this.queue.length > 0) {
      const thread = this.freeThread();
      if (!thread) return;
      this.start(thread, this.queue.shift() as Job);
    }
  }

  private freeThread(): Thread | undefined {
    const free = [...this.threads].find((thread) => thread.job === undefined);
    return free ?? (this.threads.size < this.options.size ? this.open() : undefined);
  }

  private open(): Thread {
    const worker = new Worker(this.options.file, { resourceLimits: MEMORY });
    const thread: Thread = { worker, job: undefined, idleTimer: undefined };
    this.threads.add(thread);
    worker.on('message', (answer: Answer) => this.finish(thread, answer));
    worker.on('error', (error) => void this.end(thread, error as Error));
    worker.on('exit', (code) => void this.end(thread, new Error(`The rendering thread stopped (code ${code}).`)));
    return thread;
  }

  private start(thread: Thread, job: Job): void {
    clearTimeout(thread.idleTimer);
    thread.job = job;
    thread.worker.ref();
    thread.worker.postMessage({ id: 0, ...job.message });
  }

  private finish(thread: Thread, answer: Answer): void {
    const { job } = thread;
    thread.job = undefined;
    if ('bytes' in answer) job?.resolve(answer.bytes);
    else job?.reject(new Error(answer.error));
    thread.worker.unref();
    thread.idleTimer = setTimeout(() => void this.end(thread), this.options.idleMs);
    thread.idleTimer.unref();
    this.dispatch();
  }

  private async end(thread: Thread, reason?: Error): Promise<void> {
    if (!this.threads.delete(thread)) return;
    clearTimeout(thread.idleTimer);
    if (reason) thread.job?.reject(reason);
    await thread.worker.terminate();
    if (!this.closed) this.dispatch();
  }
}
