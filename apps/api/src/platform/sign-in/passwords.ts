import { hash, verify } from '@node-rs/argon2';

/** OWASP's floor for argon2id: 19 MiB, two passes. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.toWellFormed(), OPTIONS);
}

/** Takes as long for an unknown account as for a known one, so that nobody learns which exist. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  if (!stored) {
    await hashPassword(password);
    return false;
  }
  return verify(stored, password.toWellFormed());
}
