import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { NestFactory } from '@nestjs/core';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { Client } from 'pg';

import { WriteDocuments } from '../exchange';
import { Clock } from '../platform/clock/clock';
import { ConfigError, type Config } from '../platform/config/config';
import { Database } from '../platform/database/database';
import { OneTimeLinks } from '../platform/users/one-time-links';
import { demoAccounts, DEMO_NOW } from './demo-house';
import { loadDemo } from './load-demo';
import { readInstallation, type Installation } from './installation';

type Say = (text: string) => void;

/**
 * What a first start needs before anybody is served: the demonstration in a new database, unless an empty house was
 * asked for. It is loaded by an application of its own, without background tasks that would work beside it.
 */
export async function prepareHouse(module: (config: Config) => DynamicModule, config: Config, say: Say): Promise<void> {
  const { isDemo, isLoaded, isNew } = await lookAt(config.databaseUrl);
  refuseFixedClock(config, isDemo || (isNew && !config.startEmpty));
  if (isLoaded || (!isDemo && (!isNew || config.startEmpty))) return;
  const start = performance.now();
  say('Premier démarrage : la maison de démonstration se charge.');
  const quiet = { ...config, runTasks: false };
  const app = await NestFactory.createApplicationContext(module(quiet), { logger: ['error', 'warn'] });
  try {
    await loadDemo(app, say);
  } finally {
    await app.close();
  }
  say(`Elle est prête (${Math.ceil((performance.now() - start) / 1000)} s).`);
}

/** By a plain connection: every later start waits for this answer only. */
async function lookAt(databaseUrl: string): Promise<Installation> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await readInstallation(async (text) => (await client.query(text)).rows);
  } finally {
    await client.end();
  }
}

/** A house at work lives today: its invoices and statements would bear a wrong date. */
function refuseFixedClock({ fixedNow }: Config, isDemo: boolean): void {
  if (fixedNow === undefined || isDemo || process.env['NODE_ENV'] === 'test') return;
  throw new ConfigError('COLOPHON_NOW fixes the day of the demonstration only: start this house without it.');
}

/** Stops the clock of a demonstration on its day, and tells how to sign in; a new house gets the link for its owner. */
export async function welcome(app: INestApplicationContext, config: Config, say: Say): Promise<void> {
  const address = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`;
  const { isDemo, isNew } = await readInstallation((text) => app.get(Database).reader.query(text));
  if (isDemo && !config.fixedNow) app.get(Clock).moveTo(new Date(DEMO_NOW));
  say(`Colophon : ${address}`);
  if (isDemo) {
    for (const { role, email, password } of demoAccounts) say(`  ${role.padEnd(10)}  ${email.padEnd(22)}  ${password}`);
  }
  const link = isNew ? await app.get(OneTimeLinks).createFirstOwnerLink() : undefined;
  if (link) say(`Créez le compte de la personne qui dirige la maison (lien à usage unique) :\n  ${address}${link}`);
}

/** Every statement and invoice of the demonstration as PDF and XLSX, once, while the house is already served. */
export async function writeDemoDocuments(app: INestApplicationContext, config: Config, say: Say): Promise<void> {
  const folder = join(config.dataDir, 'demo-documents');
  const { isDemo } = await readInstallation((text) => app.get(Database).reader.query(text));
  if (!isDemo || existsSync(join(folder, 'manifest.json'))) return;
  const documents = await app.get(WriteDocuments).writeAll(folder);
  say(`${documents.length} documents (PDF et XLSX) : ${folder}`);
}
