import { Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { SendingStarted, StatementMailList } from './mail-dto';
import { ReadSendings } from './read-sendings';
import { SendStatements } from './send-statements';

@ApiTags('statements')
@Controller('closings/:id/mails')
export class SendingController {
  constructor(
    private readonly sendings: ReadSendings,
    private readonly sender: SendStatements,
  ) {}

  @Requires('royalties.read')
  @Get()
  list(@Param('id', ParseIntPipe) id: number): Promise<StatementMailList> {
    return this.sendings.list(id);
  }

  /** One mail to everybody who was not written to yet, with all their statements; those without an address are left. */
  @Requires('royalties.close')
  @Post()
  @HttpCode(202)
  async send(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<SendingStarted> {
    return { taskId: await this.sender.start(actor, id) };
  }

  /** To one person once more. */
  @Requires('royalties.close')
  @Post(':contributorId')
  @HttpCode(202)
  async sendAgain(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Param('contributorId', ParseIntPipe) contributorId: number,
  ): Promise<SendingStarted> {
    return { taskId: await this.sender.startAgain(actor, { closingId: id, contributorId }) };
  }
}
