import { Injectable } from '@nestjs/common';

import { Database } from '../platform/database/database';
import { isMailAddress, MailSettings, Outbox } from '../platform/mail';
import { platformProblems } from '../platform/problems/platform-problems';
import { systemActor } from '../platform/sign-in/actor';
import type { Author } from './author-sessions';
import type { AuthorQuestion, QuestionInput } from './question-dto';
import { readOwnQuestion } from './read-questions';
import { OWN_STATEMENT } from './visible';

/** An author asks about a line of a statement: the question is kept with its reference, and a mail tells the house. */
@Injectable()
export class AskQuestion {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly settings: MailSettings,
  ) {}

  /** @throws not-found for a statement that is not the author's */
  ask(author: Author, input: QuestionInput, locale: 'fr' | 'en'): Promise<AuthorQuestion> {
    return this.database.transaction({ ...systemActor, name: author.name }, async (tx) => {
      const [statement] = await tx.query(
        `SELECT s.number, h.email AS "houseEmail", coalesce(nullif(h.trade_name, ''), h.legal_name) AS house
         FROM royalty_statement s JOIN closing k ON k.id = s.closing_id, house h WHERE s.id = $2 AND ${OWN_STATEMENT}`,
        [author.contributorId, input.statementId],
      );
      if (!statement) throw platformProblems.create('not-found');
      const [{ id }] = await tx.query(
        `INSERT INTO author_question (contributor_id, statement_id, line_label, line_amount, body, locale)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
        [author.contributorId, input.statementId, input.lineLabel, input.lineAmount ?? null, input.body.trim(), locale],
      );
      const { fromAddress } = await this.settings.record(tx);
      const to = [statement.houseEmail, fromAddress].find(isMailAddress);
      if (to) {
        const address = await this.settings.publicAddress(tx);
        await this.outbox.enqueue(tx, {
          ...{ kind: 'author-question', key: `author-question:${id}`, to: { name: statement.house, address: to } },
          subject: `Question sur la reddition ${statement.number} : ${author.name}`,
          text: houseText({ author, input, number: statement.number, link: `${address}/droits/questions/${id}` }),
          about: { type: 'author_question', id },
        });
      }
      return readOwnQuestion(tx, author.contributorId, id);
    });
  }
}

function houseText(asked: { author: Author; input: QuestionInput; number: string; link: string }): string {
  const { author, input, number, link } = asked;
  return [
    `${author.name} pose une question sur la reddition ${number}.`,
    `Ligne : ${input.lineLabel}${input.lineAmount ? ` (${input.lineAmount.replace('.', ',')} €)` : ''}`,
    quoted(input.body.trim()),
    `Répondre : ${link}`,
  ].join('\n\n');
}

/** What somebody else wrote stands apart, and fills no mark of the mail. */
export function quoted(text: string): string {
  return text
    .replaceAll('{{', '{ {')
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
