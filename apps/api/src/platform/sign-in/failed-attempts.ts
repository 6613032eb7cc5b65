import { platformProblems } from '../problems/platform-problems';

const ALLOWED = 20;
const WINDOW = 15 * 60_000;
const REMEMBERED = 10_000;

/** Wrong passwords by account: who tries one account from many addresses is slowed down as well. */
export class FailedAttempts {
  private readonly byAccount = new Map<string, { count: number; since: number }>();

  /** @throws too-many-attempts */
  refuse(email: string): void {
    if ((this.recent(email)?.count ?? 0) >= ALLOWED) throw platformProblems.create('too-many-attempts');
  }

  failed(email: string): void {
    const attempts = this.recent(email) ?? { count: 0, since: performance.now() };
    if (this.byAccount.size >= REMEMBERED) this.byAccount.clear();
    this.byAccount.set(account(email), { ...attempts, count: attempts.count + 1 });
  }

  succeeded(email: string): void {
    this.byAccount.delete(account(email));
  }

  private recent(email: string): { count: number; since: number } | undefined {
    const attempts = this.byAccount.get(account(email));
    return attempts && performance.now() - attempts.since < WINDOW ? attempts : undefined;
  }
}

const account = (email: string): string => email.trim().toLowerCase();
