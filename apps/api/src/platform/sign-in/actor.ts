/** A key that a client sends so that a repeated request is not done twice. */
export interface Idempotency {
  readonly key: string;
  readonly requestHash: Buffer;
}

/** Who acts: a signed-in person, or the program itself (`id` null). Its name is what the audit trail keeps. */
export interface Actor {
  readonly id: number | null;
  readonly name: string;
  readonly role: Role | 'system';
  readonly locale: 'fr' | 'en';
  readonly idempotency?: Idempotency;
}

export const roles = ['owner', 'editorial', 'sales', 'accountant', 'read-only'] as const;
export type Role = (typeof roles)[number];

/** The program acting by itself: migrations, the demo's loader, nightly work. */
export const systemActor: Actor = { id: null, name: 'Colophon', role: 'system', locale: 'fr' };
