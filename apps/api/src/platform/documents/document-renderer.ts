import { dirname, join } from 'node:path';

import type { RenderRequest } from '@colophon/documents/render-worker';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';

import { CONFIG, type Config } from '../config/config';
import { RenderPool } from './render-pool';

/** Short enough to give the memory back after a batch, long enough not to start a thread for each click. */
const IDLE_MS = 20_000;

/** Turns the data of a document into its PDF or workbook, outside the thread that serves requests. */
@Injectable()
export class DocumentRenderer implements OnApplicationShutdown {
  private pool: RenderPool | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** How many documents can be made at once: what a batch should keep in flight. */
  get parallel(): number {
    return Math.max(1, this.config.renderThreads);
  }

  /**
   * The same request gives the same bytes.
   * @throws Error where the data contradict themselves, which is a bug of whoever built them.
   */
  async render(request: RenderRequest): Promise<Uint8Array> {
    if (this.config.renderThreads > 0) return this.threads().run(request);
    const { renderDocument } = await import('@colophon/documents/render-worker');
    return renderDocument(request);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.close();
  }

  private threads(): RenderPool {
    const file = join(dirname(require.resolve('@colophon/documents/render-worker')), 'worker.js');
    this.pool ??= new RenderPool({ file, size: this.config.renderThreads, idleMs: IDLE_MS });
    return this.pool;
  }
}
