import { Inject, Injectable } from '@nestjs/common';

import { Clock } from '../clock/clock';
import { CONFIG, type Config } from '../config/config';
import { Database } from '../database/database';
import { platformProblems } from '../problems/platform-problems';
import { systemActor } from './actor';
import { FailedAttempts } from './failed-attempts';
import { hashPassword, passwordMatches } from './passwords';
import { permissionsOf } from './permissions';
import type { FirstOwnerRequest, SessionResponse, SignInRequest } from './session-dto';
import { hashToken, Sessions, type Session } from './sessions';

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** Where a request came from: the address of the connection, and whether a proxy made it for somebody else. */
export interface Origin {
  readonly address: string | undefined;
  readonly isForwarded: boolean;
}

/** Opens sessions: with a password, or with the one-time link of an empty house. */
@Injectable()
export class SignIn {
  private readonly attempts = new FailedAttempts();

  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async withPassword(request: SignInRequest, origin: Origin): Promise<{ token: string; session: SessionResponse }> {
    this.attempts.refuse(request.email);
    const [user] = await this.database.reader.query(
      `SELECT id, password_hash, is_demo FROM app_user WHERE lower(email) = lower($1) AND disabled_at IS NULL`,
      [request.email],
    );
    const matches = await passwordMatches(user?.password_hash, request.password);
    if (!user || !matches) {
      this.attempts.failed(request.email);
      throw platformProblems.create('wrong-credentials');
    }
    this.attempts.succeeded(request.email);
    if (user.is_demo) await this.refuseDemoElsewhere(origin);
    return this.openFor(user.id);
  }

  /** For whoever chose a password with a one-time link. */
  async withLink(userId: number, origin: Origin): Promise<{ token: string; session: SessionResponse }> {
    const [user] = await this.database.reader.query(`SELECT is_demo FROM app_user WHERE id = $1`, [userId]);
    if (user.is_demo) await this.refuseDemoElsewhere(origin);
    return this.openFor(userId);
  }

  /** @throws link-expired where the link was used, is too old, or never existed. */
  async createFirstOwner(request: FirstOwnerRequest): Promise<{ token: string; session: SessionResponse }> {
    const passwordHash = await hashPassword(request.password);
    const userId = await this.database.transaction(systemActor, async (tx) => {
      const [link] = await tx.query(
        `WITH used AS (UPDATE one_time_link SET used_at = now()
           WHERE token_hash = $1 AND purpose = 'first-owner' AND used_at IS NULL AND expires_at > now() RETURNING purpose)
         SELECT purpose FROM used`,
        [hashToken(request.token)],
      );
      if (!link) throw platformProblems.create('link-expired');
      await tx.query(`UPDATE house SET legal_name = $1, version = version + 1`, [request.houseName]);
      const [user] = await tx.query(
        `INSERT INTO app_user (email, display_name, role, password_hash) VALUES ($1, $2, 'owner', $3) RETURNING id`,
        [request.email, request.displayName, passwordHash],
      );
      return user.id as number;
    });
    return this.openFor(userId);
  }

  async describe(session: Session): Promise<SessionResponse> {
    const [house] = await this.database.reader.query(
      `SELECT coalesce(nullif(trade_name, ''), legal_name) AS name, is_demo AS "isDemo" FROM house, installation`,
    );
    return {
      user: {
        id: session.userId,
        email: session.email,
        displayName: session.displayName,
        role: session.role,
        locale: session.locale,
      },
      permissions: [...permissionsOf[session.role]],
      csrfToken: session.csrfToken,
      houseName: house.name,
      isDemo: house.isDemo,
      today: this.clock.today(),
    };
  }

  close(token: string): Promise<void> {
    return this.sessions.close(token);
  }

  private async openFor(userId: number): Promise<{ token: string; session: SessionResponse }> {
    const { token } = await this.sessions.open(userId);
    const session = await this.sessions.find(token);
    if (!session) throw new Error('The session was not found after it was opened.');
    return { token, session: await this.describe(session) };
  }

  /** Demo passwords are printed in the README: they open the demo, on the machine itself, and nothing else. */
  private async refuseDemoElsewhere({ address, isForwarded }: Origin): Promise<void> {
    const [installation] = await this.database.reader.query(`SELECT is_demo AS "isDemo" FROM installation`);
    const isOwn = LOOPBACK.includes(address ?? '') && !isForwarded;
    const onLoopback = isOwn && ['127.0.0.1', 'localhost', '::1'].includes(this.config.host);
    if (!installation.isDemo || !onLoopback) throw platformProblems.create('demo-account-refused');
  }
}
