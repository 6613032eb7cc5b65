import type { Tx } from '../database/database';
import type { MailError } from './mail-error';
import type { MailMessageRecord } from './records';

/** Seconds before the next attempt, by how many there were: about a day in all. */
const BACK_OFF = [60, 300, 900, 3_600, 10_800, 21_600, 43_200];

/** A mail that this process has taken to send; `claim` is the instant by which it knows the row as its own. */
export type ClaimedMail = Pick<
  MailMessageRecord,
  | 'id'
  | 'toName'
  | 'toAddress'
  | 'subject'
  | 'bodyText'
  | 'bodyHtml'
  | 'attachments'
  | 'secretsEncrypted'
  | 'attempts'
  | 'maxAttempts'
  | 'expiresAt'
> & { readonly messageId: string; readonly claim: string };

/**
 * Takes the next mail that is due: the row says `sending` before a byte leaves, so that no other process sends it too.
 * Mails that expire come first.
 */
export async function claimNext(tx: Tx, newMessageId: string, only?: number): Promise<ClaimedMail | undefined> {
  const [mail] = await tx.query(
    `WITH due AS (SELECT id FROM mail_message WHERE status = 'queued' AND next_attempt_at <= now() AND ($2::int IS NULL OR id = $2)
       ORDER BY expires_at NULLS LAST, next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED),
     claimed AS (UPDATE mail_message m SET status = 'sending', attempts = attempts + 1, claimed_at = clock_timestamp(),
         handed_over_at = NULL, message_id = coalesce(message_id, $1) FROM due WHERE m.id = due.id RETURNING m.*)
     SELECT id, to_name AS "toName", to_address AS "toAddress", subject, body_text AS "bodyText", body_html AS "bodyHtml",
       attachments, secrets_encrypted AS "secretsEncrypted", attempts, max_attempts AS "maxAttempts", expires_at AS "expiresAt",
       message_id AS "messageId", claimed_at::text AS claim FROM claimed`,
    [newMessageId, only ?? null],
  );
  return mail as ClaimedMail | undefined;
}

/** Written before the text crosses the wire. @returns false where somebody else decided about the mail meanwhile */
export async function markHandedOver(tx: Tx, { id, claim }: ClaimedMail): Promise<boolean> {
  const [marked] = await tx.query(
    `WITH marked AS (UPDATE mail_message SET handed_over_at = clock_timestamp()
       WHERE id = $1 AND status = 'sending' AND claimed_at = $2::timestamptz RETURNING id) SELECT id FROM marked`,
    [id, claim],
  );
  return marked !== undefined;
}

/** The server has taken the mail. What was secret in it is forgotten. */
export async function markSent(tx: Tx, id: number): Promise<void> {
  await tx.query(
    `UPDATE mail_message SET status = 'sent', sent_at = clock_timestamp(), last_error = NULL, secrets_encrypted = NULL
     WHERE id = $1 AND status IN ('sending', 'uncertain')`,
    [id],
  );
}

/** It stays as it is until a person decides: `failed`, never accepted; `uncertain`, perhaps accepted. */
export async function markStopped(tx: Tx, id: number, status: 'failed' | 'uncertain', error: MailError): Promise<void> {
  await tx.query(`UPDATE mail_message SET status = $2, last_error = $3 WHERE id = $1 AND status = 'sending'`, [
    id,
    status,
    JSON.stringify(error),
  ]);
}

/** Tries later; after too many attempts it has failed. */
export async function postpone(tx: Tx, mail: ClaimedMail, error: MailError): Promise<void> {
  if (mail.attempts >= mail.maxAttempts) return markStopped(tx, mail.id, 'failed', error);
  await tx.query(
    `UPDATE mail_message SET status = 'queued', last_error = $2, next_attempt_at = now() + make_interval(secs => $3)
     WHERE id = $1 AND status = 'sending'`,
    [mail.id, JSON.stringify(error), secondsAfter(mail.attempts)],
  );
}

/**
 * No mail can leave at present: this one and all that are due wait, with the reason. However long that lasts, none fails
 * by it, but for a mail that is tried only once.
 */
export async function postponeAll(tx: Tx, mail: ClaimedMail, error: MailError): Promise<void> {
  if (mail.maxAttempts === 1) return markStopped(tx, mail.id, 'failed', error);
  await tx.query(
    `UPDATE mail_message SET status = 'queued', last_error = $2, next_attempt_at = now() + make_interval(secs => $3),
       attempts = CASE WHEN id = $1 THEN least(attempts, max_attempts - 1) ELSE attempts END
     WHERE (id = $1 AND status = 'sending') OR (status = 'queued' AND next_attempt_at <= now() AND max_attempts > 1)`,
    [mail.id, JSON.stringify(error), secondsAfter(mail.attempts)],
  );
}

function secondsAfter(attempts: number): number {
  return BACK_OFF[Math.min(attempts, BACK_OFF.length) - 1] ?? 60;
}

/**
 * Mails whose sending was cut off by the end of a process. Where the text had not been handed over they are queued again;
 * where it had, nobody knows whether the server took it, and a person decides.
 * @param own those that this process is sending
 */
export async function takeUpInterrupted(tx: Tx, own: readonly number[], first: boolean): Promise<void> {
  await tx.query(
    `UPDATE mail_message SET status = CASE WHEN handed_over_at IS NULL THEN 'queued' ELSE 'uncertain' END,
       last_error = CASE WHEN handed_over_at IS NULL THEN last_error ELSE '{"code":"mail-outcome-unknown"}'::jsonb END
     WHERE status = 'sending' AND id <> ALL($1) AND ($2 OR claimed_at < now() - interval '15 minutes')`,
    [own, first],
  );
}

/** A mail whose link has expired is of no use any more. */
export async function dropExpired(tx: Tx): Promise<void> {
  await tx.query(
    `UPDATE mail_message SET status = 'failed', last_error = '{"code":"mail-too-late"}', secrets_encrypted = NULL
     WHERE status = 'queued' AND expires_at <= now()`,
  );
}

/** @returns when the next mail is due, undefined where none waits */
export async function nextDue(tx: Tx): Promise<Date | undefined> {
  const [{ at }] = await tx.query(`SELECT min(next_attempt_at) AS at FROM mail_message WHERE status = 'queued'`);
  return (at as Date | null) ?? undefined;
}
