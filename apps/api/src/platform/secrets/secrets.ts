import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Inject, Injectable } from '@nestjs/common';

import { CONFIG, type Config } from '../config/config';
import { platformProblems } from '../problems/platform-problems';

const KEY_FILE = 'secret.key';
const VERSION = 1;

/**
 * Encrypts what only the owner and the accountant may see (IBAN, social-security number): AES-256-GCM with a key kept
 * in a file outside the database (mode 0600). Without the file the rest of the program works; these fields do not.
 */
@Injectable()
export class Secrets {
  private readonly path: string;
  private key: Buffer | undefined;

  constructor(@Inject(CONFIG) config: Config) {
    this.path = join(config.dataDir, KEY_FILE);
  }

  /** Makes the key of a new house; never replaces one, for what it encrypted would be lost. */
  createKeyIfNew(hasEncryptedData: boolean): void {
    if (existsSync(this.path) || hasEncryptedData) return;
    writeFileSync(this.path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  }

  get keyPath(): string {
    return this.path;
  }

  get isAvailable(): boolean {
    return existsSync(this.path);
  }

  encrypt(text: string): Buffer {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.load(), iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), sealed]);
  }

  decrypt(sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.load(), sealed.subarray(1, 13));
    decipher.setAuthTag(sealed.subarray(13, 29));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8');
    } catch {
      throw platformProblems.create('secret-key-missing', { path: this.path });
    }
  }

  private load(): Buffer {
    if (this.key) return this.key;
    if (!existsSync(this.path)) throw platformProblems.create('secret-key-missing', { path: this.path });
    chmodSync(this.path, 0o600);
    this.key = Buffer.from(readFileSync(this.path, 'utf8').trim(), 'base64');
    return this.key;
  }
}
