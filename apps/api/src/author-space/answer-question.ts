import { Injectable } from '@nestjs/common';

import { Database } from '../platform/database/database';
import { houseName, isMailAddress, MailSettings, Outbox } from '../platform/mail';
import { platformProblems } from '../platform/problems/platform-problems';
import type { Actor } from '../platform/sign-in/actor';
import { quoted } from './ask-question';
import { authorSpaceProblems } from './problems';
import type { AnswerInput, QuestionResponse } from './question-dto';
import { readQuestion } from './read-questions';

/** The house answers: the answer stands in the author's space, and is mailed to them. */
@Injectable()
export class AnswerQuestion {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly settings: MailSettings,
  ) {}

  /** @throws not-found, stale-version, question-already-answered */
  answer(actor: Actor, id: number, { answer, version }: AnswerInput): Promise<QuestionResponse> {
    return this.database.transaction(actor, async (tx) => {
      const [locked] = await tx.query(`SELECT version, status FROM author_question WHERE id = $1 FOR UPDATE`, [id]);
      if (!locked) throw platformProblems.create('not-found');
      if (locked.status === 'answered') throw authorSpaceProblems.create('question-already-answered');
      if (locked.version !== version) throw platformProblems.create('stale-version');
      await tx.query(
        `UPDATE author_question SET status = 'answered', answer = $2, answered_at = now(), answered_by = $3, version = version + 1 WHERE id = $1`,
        [id, answer.trim(), actor.name],
      );
      const question = await readQuestion(tx, id);
      if (isMailAddress(question.contributorEmail)) {
        const words = texts[question.locale];
        const parts = { question, house: await houseName(tx), link: `${await this.settings.publicAddress(tx)}/auteur` };
        await this.outbox.enqueue(tx, {
          ...{ kind: 'author-answer', key: `author-answer:${id}`, locale: question.locale },
          to: { name: question.contributorName, address: question.contributorEmail },
          ...{ subject: words.subject(question.statementNumber), text: words.text(parts) },
          about: { type: 'author_question', id },
        });
      }
      return question;
    });
  }
}

interface Parts {
  readonly question: QuestionResponse;
  readonly house: string;
  readonly link: string;
}

/** An answer is text of the house, and fills no mark either. */
const plain = (text: string | null): string => (text ?? '').replaceAll('{{', '{ {');

const texts = {
  fr: {
    subject: (number: string) => `Réponse à votre question sur la reddition ${number}`,
    text: ({ question, house, link }: Parts) =>
      [
        `Bonjour ${question.contributorName},`,
        `Vous aviez demandé, à propos de « ${question.lineLabel} » :`,
        quoted(question.body),
        plain(question.answer),
        `Votre question et cette réponse restent dans votre espace : ${link}`,
        house,
      ].join('\n\n'),
  },
  en: {
    subject: (number: string) => `Answer to your question on statement ${number}`,
    text: ({ question, house, link }: Parts) =>
      [
        `Hello ${question.contributorName},`,
        `You asked about “${question.lineLabel}”:`,
        quoted(question.body),
        plain(question.answer),
        `Your question and this answer stay in your space: ${link}`,
        house,
      ].join('\n\n'),
  },
};
