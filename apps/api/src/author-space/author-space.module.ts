import './problems';
import './records';

import { Module } from '@nestjs/common';

import { PaymentsModule } from '../payments';
import { StatementsModule } from '../statements';
import { AnswerQuestion } from './answer-question';
import { AskQuestion } from './ask-question';
import { AuthorController } from './author-controller';
import { AuthorGuard } from './author-guard';
import { AuthorLinks } from './author-links';
import { AuthorSessionController } from './author-session-controller';
import { AuthorSessions } from './author-sessions';
import { QuestionController } from './question-controller';
import { ReadOverview } from './read-overview';

@Module({
  imports: [StatementsModule, PaymentsModule],
  controllers: [AuthorSessionController, AuthorController, QuestionController],
  providers: [AuthorSessions, AuthorGuard, AuthorLinks, AskQuestion, AnswerQuestion, ReadOverview],
})
export class AuthorSpaceModule {}
