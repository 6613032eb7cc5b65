import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Database, type Tx } from '../../platform/database/database';
import { isMailAddress, Outbox } from '../../platform/mail';
import { platformProblems } from '../../platform/problems/platform-problems';
import type { Actor } from '../../platform/sign-in/actor';
import { TaskHandlers, type TaskContext } from '../../platform/tasks/task-handlers';
import { Tasks } from '../../platform/tasks/tasks';
import { ClosingRecord } from '../../royalties';
import { sendingProblems } from './problems';
import { CoveringDocuments } from '../covering/covering-documents';
import { StatementDocuments } from '../statement-documents';
import { loadRecipients, type Recipient } from './load-recipients';
import { mailWords } from './mail-words';

const SENDING_TASK = 'statement-mails';
const LABEL = { fr: 'Envoi des redditions', en: 'Sending of the statements' } as const;

interface SendingParams {
  readonly closingId: number;
  /** One person once more, by an act of its own; else everybody who was not written to yet. */
  readonly again?: { readonly contributorId: number; readonly attempt: number };
}

const FIRST = 1;

/**
 * Writes to whoever receives statements of a closing: one mail each, with all of theirs. Started again after a crash it
 * goes on where it was, and nobody is written to twice unless somebody asks for it by name.
 */
@Injectable()
export class SendStatements implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly documents: StatementDocuments,
    private readonly covering: CoveringDocuments,
    private readonly outbox: Outbox,
    private readonly tasks: Tasks,
    private readonly handlers: TaskHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register(SENDING_TASK, (params: SendingParams, context) => this.run(params, context));
  }

  /** To everybody who was not written to yet. @returns the task. @throws not-found, sending-not-closed */
  start(actor: Actor, closingId: number): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      await refuseUnclosed(tx, closingId);
      return this.enqueue(tx, actor, { closingId });
    });
  }

  /** To one person once more. @returns the task. @throws not-found, sending-not-closed, sending-no-address */
  startAgain(
    actor: Actor,
    { closingId, contributorId }: { closingId: number; contributorId: number },
  ): Promise<number> {
    return this.database.transaction(actor, async (tx) => {
      await refuseUnclosed(tx, closingId);
      const recipient = (await loadRecipients(tx, closingId)).find((one) => one.contributorId === contributorId);
      if (!recipient) throw platformProblems.create('not-found');
      if (!isReachable(recipient)) throw sendingProblems.create('sending-no-address', { name: recipient.name });
      const [{ attempts }] = await tx.query(
        `SELECT coalesce(max(attempt), 0)::int AS attempts FROM statement_sending WHERE closing_id = $1 AND contributor_id = $2`,
        [closingId, contributorId],
      );
      return this.enqueue(tx, actor, { closingId, again: { contributorId, attempt: attempts + 1 } });
    });
  }

  private enqueue(tx: Tx, actor: Actor, params: SendingParams): Promise<number> {
    return this.tasks.enqueue(tx, actor, { kind: SENDING_TASK, label: LABEL[actor.locale], params: { ...params } });
  }

  private async run(
    { closingId, again }: SendingParams,
    { actor, progress }: TaskContext,
  ): Promise<Record<string, unknown>> {
    const all = await loadRecipients(this.database.reader, closingId);
    const covered = new Set(await this.covering.coveredPayees(closingId));
    const wanted = all.filter((one) => isReachable(one) && (!again || one.contributorId === again.contributorId));
    let queued = 0;
    for (const [index, recipient] of wanted.entries()) {
      await progress(index, wanted.length);
      const asked = { closingId, recipient, isCovered: covered.has(recipient.contributorId) };
      if (await this.write(actor, { ...asked, attempt: again?.attempt ?? FIRST })) queued += 1;
    }
    await progress(wanted.length, wanted.length);
    return { closingId, queued, withoutAddress: again ? 0 : all.filter((one) => !isReachable(one)).length };
  }

  /** @returns whether it was queued now: the same attempt is made once, however often its task is started. */
  private async write(actor: Actor, asked: Asked): Promise<boolean> {
    const { closingId, recipient, attempt } = asked;
    const { contributorId, locale, statementIds } = recipient;
    if (await this.isWritten(asked)) return false;
    for (const statementId of statementIds) await this.documents.get({ statementId, format: 'pdf', locale });
    if (asked.isCovered) await this.covering.get({ closingId, contributorId, locale });
    return this.database.transaction(actor, async (tx) => {
      const first = `statement:${closingId}:${contributorId}`;
      const key = attempt === FIRST ? first : `${first}:${attempt}`;
      const rows = await tx.query(
        `INSERT INTO statement_sending (closing_id, contributor_id, attempt, mail_key, to_address, sent_by) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING RETURNING id`,
        [closingId, contributorId, attempt, key, recipient.address, actor.name],
      );
      if (rows.length === 0) return false;
      const facts = await mailFacts(tx, { closingId, recipient });
      await this.outbox.enqueue(tx, {
        ...{ kind: 'statement', key, locale, ...mailWords(facts, locale) },
        to: { name: recipient.name, address: recipient.address ?? '' },
        attachments: await attachmentsOf(tx, { closingId, recipient }),
        about: { type: 'closing', id: closingId },
      });
      return true;
    });
  }

  private async isWritten({ closingId, recipient, attempt }: Asked): Promise<boolean> {
    const rows = await this.database.reader.query(
      `SELECT FROM statement_sending WHERE closing_id = $1 AND contributor_id = $2 AND attempt = $3`,
      [closingId, recipient.contributorId, attempt],
    );
    return rows.length > 0;
  }
}

async function refuseUnclosed(tx: Tx, closingId: number): Promise<void> {
  const closing = await tx.findOneBy(ClosingRecord, { id: closingId });
  if (!closing) throw platformProblems.create('not-found');
  if (closing.status !== 'closed') throw sendingProblems.create('sending-not-closed');
}

const isReachable = ({ address }: Recipient): boolean => address !== null && isMailAddress(address);

interface Written {
  readonly closingId: number;
  readonly recipient: Recipient;
}

interface Asked extends Written {
  readonly attempt: number;
  readonly isCovered: boolean;
}

async function mailFacts(tx: Tx, { closingId, recipient }: Written) {
  const [row] = await tx.query(
    `SELECT k.period_to::text AS "periodTo", k.payment_date::text AS "paymentDate", coalesce(nullif(h.trade_name, ''), h.legal_name) AS house
     FROM closing k, house h WHERE k.id = $1`,
    [closingId],
  );
  const { name, isPaid, statementIds } = recipient;
  return {
    ...(row as { periodTo: string; paymentDate: string; house: string }),
    name,
    isPaid,
    statements: statementIds.length,
  };
}

/** The page of the payee first, where there is one; then each statement. */
function attachmentsOf(tx: Tx, { closingId, recipient }: Written): Promise<{ fileId: number; name: string }[]> {
  const { contributorId, locale, statementIds } = recipient;
  return tx.query(
    `SELECT f.id AS "fileId", f.file_name AS name FROM (
       SELECT 0 AS position, file_id FROM covering_document WHERE closing_id = $1 AND contributor_id = $2 AND locale = $3
       UNION ALL SELECT s.position, d.file_id FROM statement_document d JOIN royalty_statement s ON s.id = d.statement_id
         WHERE s.id = ANY($4) AND d.format = 'pdf' AND d.locale = $3) kept
     JOIN stored_file f ON f.id = kept.file_id ORDER BY kept.position`,
    [closingId, contributorId, locale, statementIds],
  );
}
