import type { Command } from 'commander';

import { Database } from '../platform/database/database';
import { hashPassword } from '../platform/sign-in/passwords';
import { roles } from '../platform/sign-in/actor';
import { UserInput } from '../platform/users/user-dto';
import { SaveUser } from '../platform/users/save-user';
import { checkDto } from './check-dto';
import type { Output } from './output';
import { withSession, type CommandSession } from './session';

/** `user add`: an account; its password comes from the environment, so that it is in no history of commands. */
export function userCommands(program: Command, output: Output): void {
  const user = program.command('user').description('Accounts of the people who sign in');
  user
    .command('add')
    .description('Add an account; the password is read from COLOPHON_PASSWORD, else one is made and printed once')
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .requiredOption('--role <role>', roles.join(', '))
    .exitOverride()
    .action((options: UserOptions, command: Command) =>
      withSession(command, 'users.manage', (session) => add(session, options, output)),
    );
}

interface UserOptions {
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

async function add({ app, actor }: CommandSession, options: UserOptions, output: Output): Promise<void> {
  const input = await checkDto(UserInput, { email: options.email, displayName: options.name, role: options.role });
  const given = process.env['COLOPHON_PASSWORD'];
  const password = given ?? (await import('node:crypto')).randomBytes(12).toString('base64url');
  const passwordHash = await hashPassword(password);
  const user = await app.get(Database).transaction(actor, async (tx) => {
    const created = await app.get(SaveUser).createIn(tx, input);
    await tx.query(`UPDATE app_user SET password_hash = $2 WHERE id = $1`, [created.id, passwordHash]);
    return created;
  });
  const shown = given === undefined ? { password } : {};
  output.done(
    `${user.displayName} (${user.role}) can sign in as ${user.email}${given === undefined ? ` with the password ${password}` : ''}.`,
    { ...user, ...shown },
  );
}
