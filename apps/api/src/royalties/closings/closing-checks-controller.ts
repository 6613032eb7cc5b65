import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { CheckClosing } from './check-list/check-closing';
import { CheckListResponse } from './check-list/check-list-dto';
import { ClosingInput } from './closing-dto';
import { DueStatementsResponse } from './due-dto';
import { ReadDueStatements } from './due-statements';
import { ReviewClosing } from './review-closing';
import { ClosingReview } from './review-dto';
import { ClosingVerification } from './verify-dto';
import { VerifyClosing } from './verify-closing';

/** What is looked at around a closing: what is due, what stands in its way, what it changes, whether it still holds. */
@ApiTags('closings')
@Controller()
export class ClosingChecksController {
  constructor(
    private readonly due: ReadDueStatements,
    private readonly checker: CheckClosing,
    private readonly reviewer: ReviewClosing,
    private readonly verifier: VerifyClosing,
  ) {}

  /** Periods that are over and not stated yet, with the last day that the law allows. */
  @Requires('royalties.read')
  @Get('statements-due')
  statementsDue(): Promise<DueStatementsResponse> {
    return this.due.read();
  }

  /** What would stop this closing or be missing from it; nothing is computed or kept. */
  @Requires('royalties.close')
  @Post('closings/check')
  @HttpCode(200)
  check(@CurrentActor() actor: Actor, @Body() input: ClosingInput): Promise<CheckListResponse> {
    return this.checker.check(actor, input);
  }

  /** What it changes against the statements before. */
  @Requires('royalties.read')
  @Get('closings/:id/review')
  review(@Param('id', ParseIntPipe) id: number): Promise<ClosingReview> {
    return this.reviewer.review(id);
  }

  /** Computes a closed period again from the facts of today: each statement comes out the same, or its difference is told. */
  @Requires('royalties.read')
  @Get('closings/:id/verify')
  verify(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ClosingVerification> {
    return this.verifier.verify(actor, id);
  }
}
