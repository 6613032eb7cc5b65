import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Database } from '../platform/database/database';
import type { Actor } from '../platform/sign-in/actor';
import { CurrentActor } from '../platform/sign-in/current-actor';
import { Requires } from '../platform/sign-in/permissions';
import { AnswerQuestion } from './answer-question';
import { AuthorInvitation, AuthorInvitationResponse } from './author-dto';
import { AuthorLinks } from './author-links';
import { AnswerInput, QuestionListResponse, QuestionQuery, QuestionResponse } from './question-dto';
import { readQuestion, readQuestions } from './read-questions';

/** The house's side of the authors' space. */
@ApiTags('author-questions')
@Controller()
export class QuestionController {
  constructor(
    private readonly database: Database,
    private readonly answers: AnswerQuestion,
    private readonly links: AuthorLinks,
  ) {}

  @Requires('royalties.read')
  @Get('author-questions')
  list(@Query() query: QuestionQuery): Promise<QuestionListResponse> {
    return readQuestions(this.database.reader, query);
  }

  @Requires('royalties.read')
  @Get('author-questions/:id')
  read(@Param('id', ParseIntPipe) id: number): Promise<QuestionResponse> {
    return readQuestion(this.database.reader, id);
  }

  /** Once: the answer is mailed to the author. */
  @Requires('royalties.write')
  @Post('author-questions/:id/answer')
  @HttpCode(200)
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: AnswerInput,
  ): Promise<QuestionResponse> {
    return this.answers.answer(actor, id, input);
  }

  /** Mails the contributor a link to their space, good for seven days. */
  @Requires('royalties.write')
  @Post('contributors/:id/author-invitation')
  @HttpCode(200)
  invite(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() { locale }: AuthorInvitation,
  ): Promise<AuthorInvitationResponse> {
    return this.links.invite(actor, id, locale ?? 'fr');
  }
}
