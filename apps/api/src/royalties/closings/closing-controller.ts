import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { ApproveClosing } from './approve-closing';
import { CloseClosing } from './close-closing';
import { ClosingInput, ClosingPage, ClosingQuery, ClosingResponse, GapReasonsInput } from './closing-dto';
import { DraftClosing } from './draft-closing';
import { ReadClosings } from './read-closings';

@ApiTags('closings')
@Controller('closings')
export class ClosingController {
  constructor(
    private readonly read: ReadClosings,
    private readonly draft: DraftClosing,
    private readonly approver: ApproveClosing,
    private readonly closer: CloseClosing,
  ) {}

  @Requires('royalties.read')
  @Get()
  list(@CurrentActor() actor: Actor, @Query() query: ClosingQuery): Promise<ClosingPage> {
    return this.read.list(actor, query);
  }

  @Requires('royalties.read')
  @Get(':id')
  one(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ClosingResponse> {
    return this.read.one(actor, id);
  }

  /** Computes a draft; nothing is issued until it is closed. */
  @Requires('royalties.close')
  @Post()
  async create(@CurrentActor() actor: Actor, @Body() input: ClosingInput): Promise<ClosingResponse> {
    return this.read.one(actor, await this.draft.create(actor, input));
  }

  @Requires('royalties.close')
  @Post(':id/recompute')
  @HttpCode(200)
  async recompute(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ClosingResponse> {
    await this.draft.recompute(actor, id);
    return this.read.one(actor, id);
  }

  @Requires('royalties.close')
  @Put(':id/gap-reasons')
  async explainGaps(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: GapReasonsInput,
  ): Promise<ClosingResponse> {
    await this.draft.explainGaps(actor, id, input);
    return this.read.one(actor, id);
  }

  /** A second person's word; whoever created or computed the draft cannot give it. */
  @Requires('royalties.approve')
  @Post(':id/approval')
  @HttpCode(200)
  async approve(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ClosingResponse> {
    await this.approver.approve(actor, id);
    return this.read.one(actor, id);
  }

  @Requires('royalties.approve')
  @Delete(':id/approval')
  async withdraw(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ClosingResponse> {
    await this.approver.withdraw(actor, id);
    return this.read.one(actor, id);
  }

  /** For good: statements are numbered and never change. */
  @Requires('royalties.close')
  @Post(':id/close')
  @HttpCode(200)
  async close(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ClosingResponse> {
    await this.closer.close(actor, id);
    return this.read.one(actor, id);
  }

  @Requires('royalties.close')
  @Delete(':id')
  @HttpCode(204)
  drop(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<void> {
    return this.draft.drop(actor, id);
  }
}
