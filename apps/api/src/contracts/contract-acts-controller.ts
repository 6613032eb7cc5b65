import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Database } from '../platform/database/database';
import type { Actor } from '../platform/sign-in/actor';
import { CurrentActor } from '../platform/sign-in/current-actor';
import { Requires } from '../platform/sign-in/permissions';
import { AmendContract } from './amend-contract';
import { AmendmentInput, CopiesLeftQuery, SetOffInput, TermCorrectionInput, TerminationInput } from './amendment-dto';
import { CopiesLeftPage, SetOffCreated } from './amendment-response-dto';
import { ContractResponse } from './contract-response-dto';
import { CorrectTerms } from './correct-terms';
import { proposeCopiesLeft } from './propose-copies-left';
import { SaveSetOff } from './save-set-off';
import { TerminateContract } from './terminate-contract';

/** What happens to a contract once it is in force: it is amended, corrected, joined to others, ended. */
@ApiTags('contracts')
@Controller('contracts')
export class ContractActsController {
  constructor(
    private readonly database: Database,
    private readonly amending: AmendContract,
    private readonly terminating: TerminateContract,
    private readonly correcting: CorrectTerms,
    private readonly setOffs: SaveSetOff,
  ) {}

  @Requires('contracts.write')
  @Post('set-offs')
  async createSetOff(@CurrentActor() actor: Actor, @Body() input: SetOffInput): Promise<SetOffCreated> {
    return { id: await this.setOffs.create(actor, input) };
  }

  @Requires('contracts.write')
  @HttpCode(204)
  @Delete('set-offs/:setOffId')
  removeSetOff(@CurrentActor() actor: Actor, @Param('setOffId', ParseIntPipe) id: number): Promise<void> {
    return this.setOffs.remove(actor, id);
  }

  /** Copies printed and not sold on the eve of a day: what a switch to the printed basis leaves on the sold one. */
  @Requires('contracts.read')
  @Get(':id/copies-left')
  async copiesLeft(@Param('id', ParseIntPipe) id: number, @Query() query: CopiesLeftQuery): Promise<CopiesLeftPage> {
    return { items: await proposeCopiesLeft(this.database.reader, id, query.on) };
  }

  @Requires('contracts.write')
  @Post(':id/amendments')
  amend(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: AmendmentInput,
  ): Promise<ContractResponse> {
    return this.amending.amend(actor, id, input);
  }

  @Requires('contracts.write')
  @HttpCode(200)
  @Post(':id/termination')
  terminate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: TerminationInput,
  ): Promise<ContractResponse> {
    return this.terminating.terminate(actor, id, input);
  }

  @Requires('contracts.write')
  @Post(':id/clauses/:clauseId/corrections')
  correctTerms(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) contractId: number,
    @Param('clauseId', ParseIntPipe) clauseId: number,
    @Body() input: TermCorrectionInput,
  ): Promise<ContractResponse> {
    return this.correcting.correct(actor, { contractId, clauseId }, input);
  }
}
