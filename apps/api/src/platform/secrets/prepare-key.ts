import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';

import { Database } from '../database/database';
import { platformProblems } from '../problems/platform-problems';
import { problemDocument } from '../problems/problem-filter';
import { Secrets } from './secrets';

const KNOWN = 'colophon';

/**
 * At start: a new house gets its key file, and a known text encrypted with it is kept in the database. From then on a
 * missing or another key is noticed at once, said in one sentence, and never replaced: what it encrypted would be lost.
 */
@Injectable()
export class PrepareKey implements OnApplicationBootstrap {
  private readonly log = new Logger('Secrets');

  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const [{ sealed }] = await this.database.reader.query(`SELECT secret_check_encrypted AS sealed FROM installation`);
    this.secrets.createKeyIfNew(sealed !== null);
    if (!this.secrets.isAvailable) return this.warn();
    if (sealed === null) {
      await this.database.reader.query(`UPDATE installation SET secret_check_encrypted = $1`, [
        this.secrets.encrypt(KNOWN),
      ]);
    } else if (!this.opens(sealed)) {
      this.warn();
    }
  }

  private opens(sealed: Buffer): boolean {
    try {
      return this.secrets.decrypt(sealed) === KNOWN;
    } catch {
      return false;
    }
  }

  private warn(): void {
    const problem = platformProblems.create('secret-key-missing', { path: this.secrets.keyPath });
    this.log.warn(problemDocument(problem, 'en').detail);
  }
}
