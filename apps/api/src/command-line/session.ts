import { resolve } from 'node:path';

import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Command } from 'commander';

import { AppModule } from '../app.module';
import { readConfig } from '../platform/config/config';
import { Database } from '../platform/database/database';
import { migrate } from '../platform/database/migrate';
import { platformProblems } from '../platform/problems/platform-problems';
import { systemActor, type Actor } from '../platform/sign-in/actor';
import { defineProblems } from '../platform/problems/problem';
import { holds, type Permission } from '../platform/sign-in/permissions';

const commandProblems = defineProblems({
  'unknown-account': {
    status: 404,
    fr: 'Personne ne se connecte avec l’adresse {email} : vérifiez --as.',
    en: 'Nobody signs in as {email}: check --as.',
  },
});

/** The application without HTTP and without background work, and who acts. */
export interface CommandSession {
  readonly app: INestApplicationContext;
  readonly actor: Actor;
}

/**
 * Opens the application for one command and closes it after. Without `--as` the program itself acts, as it does at
 * night; with it, that person's permissions hold and their name is in the audit trail.
 * @throws unknown-account, forbidden
 */
export async function withSession<T>(
  command: Command,
  permission: Permission,
  work: (session: CommandSession) => Promise<T>,
): Promise<T> {
  const config = { ...readConfig(process.env), runTasks: false };
  await migrate(config.databaseUrl);
  const app = await NestFactory.createApplicationContext(AppModule.with(config), { logger: ['error'] });
  try {
    const actor = await actorOf(app, command.optsWithGlobals()['as'] as string | undefined);
    if (!holds(actor.role, permission)) throw platformProblems.create('forbidden');
    return await work({ app, actor });
  } finally {
    await app.close();
  }
}

async function actorOf(app: INestApplicationContext, email: string | undefined): Promise<Actor> {
  if (email === undefined) return systemActor;
  const [user] = await app
    .get(Database)
    .reader.query(
      `SELECT id, display_name AS name, role, locale FROM app_user WHERE lower(email) = lower($1) AND disabled_at IS NULL`,
      [email],
    );
  if (!user) throw commandProblems.create('unknown-account', { email });
  return user as Actor;
}

/** A path as typed, relative to the folder in which the person typed it. */
export function callerPath(path: string): string {
  return resolve(process.env['COLOPHON_CALL_DIR'] ?? process.cwd(), path);
}
