import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

/** What the process was told at its start; read once, never changed after. */
export interface Config {
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  /** Hops of reverse proxies to trust for the client's address and `https` (0: none). */
  readonly trustedProxies: number;
  /** Start an empty house instead of loading the demo on the first run. */
  readonly startEmpty: boolean;
  /** A fixed instant for the demo and the tests; undefined on a real house. */
  readonly fixedNow: Date | undefined;
  /** Runs background tasks and the nightly backup in this process. */
  readonly runTasks: boolean;
  /** Threads that make documents; 0 makes them in the thread that serves requests. */
  readonly renderThreads: number;
}

/** Injection token of the {@link Config}. */
export const CONFIG = Symbol('CONFIG');

/** A setting that cannot be used; its message is one sentence for the person who starts the program. */
export class ConfigError extends Error {}

/** Reads the environment; @throws ConfigError naming the variable and the remedy. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl)
    throw new ConfigError('DATABASE_URL is not set: start Colophon with `npm start`, which provides it.');
  const dataDir = resolve(env['COLOPHON_DATA_DIR'] ?? '.data');
  mkdirSync(dataDir, { recursive: true });
  return {
    databaseUrl,
    dataDir,
    port: wholeNumber(env, 'PORT', 3000, 65535),
    host: env['HOST'] || '127.0.0.1',
    trustedProxies: wholeNumber(env, 'COLOPHON_TRUSTED_PROXIES', 0, 10),
    startEmpty: env['COLOPHON_EMPTY'] === '1',
    fixedNow: instant(env, 'COLOPHON_NOW'),
    runTasks: env['COLOPHON_TASKS'] !== '0',
    renderThreads: wholeNumber(env, 'COLOPHON_RENDER_THREADS', availableParallelism(), 64),
  };
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number, max: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  if (!/^\d{1,5}$/.test(text) || Number(text) > max) {
    throw new ConfigError(`${name} is “${text}”: give a whole number from 0 to ${max}.`);
  }
  return Number(text);
}

function instant(env: NodeJS.ProcessEnv, name: string): Date | undefined {
  const text = env[name];
  if (!text) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime()))
    throw new ConfigError(`${name} is “${text}”: give an instant such as 2026-07-15T09:00:00Z.`);
  return date;
}
