import { randomUUID } from 'node:crypto';

import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { Response } from 'express';

import type { Actor } from '../sign-in/actor';
import { CurrentActor } from '../sign-in/current-actor';
import { Requires } from '../sign-in/permissions';
import { DecideAboutMail } from './decide-about-mail';
import {
  MailListQuery,
  MailListResponse,
  MailResponse,
  MailSettingsResponse,
  MailSettingsUpdate,
  TestMailRequest,
} from './mail-dto';
import { ReadMails } from './read-mails';
import { SaveMailSettings } from './save-mail-settings';
import { SendTestMail } from './send-test-mail';

@ApiTags('mail')
@Controller('mail')
export class MailController {
  constructor(
    private readonly settings: SaveMailSettings,
    private readonly test: SendTestMail,
    private readonly mails: ReadMails,
    private readonly decide: DecideAboutMail,
  ) {}

  @Requires('mail.read')
  @Get('settings')
  readSettings(): Promise<MailSettingsResponse> {
    return this.settings.read();
  }

  @Requires('mail.write')
  @Put('settings')
  updateSettings(@CurrentActor() actor: Actor, @Body() input: MailSettingsUpdate): Promise<MailSettingsResponse> {
    return this.settings.update(actor, input);
  }

  /** Sends a mail with what is saved, and waits for the server's answer. */
  @Requires('mail.write')
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  @Post('settings/test')
  @HttpCode(200)
  async sendTest(@CurrentActor() actor: Actor, @Body() { to }: TestMailRequest): Promise<MailResponse> {
    return this.mails.read(await this.test.send(actor, to, randomUUID()), actor.locale);
  }

  @Requires('mail.read')
  @Get('messages')
  list(@CurrentActor() actor: Actor, @Query() query: MailListQuery): Promise<MailListResponse> {
    return this.mails.list(query, actor.locale);
  }

  @Requires('mail.read')
  @Get('messages/:id')
  read(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<MailResponse> {
    return this.mails.read(id, actor.locale);
  }

  /** An attachment as it goes out; `position` counts from 0. */
  @Requires('mail.read')
  @Get('messages/:id/attachments/:position')
  async readAttachment(
    @Param('id', ParseIntPipe) id: number,
    @Param('position', ParseIntPipe) position: number,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.mails.attachment(id, position);
    response.attachment(file.fileName).type(file.mediaType).send(file.bytes);
  }

  /** Tries a mail at once, or again after it failed, was held back, or is uncertain. */
  @Requires('mail.write')
  @Post('messages/:id/retry')
  @HttpCode(200)
  async sendAgain(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<MailResponse> {
    await this.decide.sendAgain(actor, id);
    return this.mails.read(id, actor.locale);
  }

  @Requires('mail.write')
  @Post('messages/:id/cancel')
  @HttpCode(200)
  async cancel(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<MailResponse> {
    await this.decide.cancel(actor, id);
    return this.mails.read(id, actor.locale);
  }

  /** Files a mail of which the outcome is unknown among those that were sent. */
  @Requires('mail.write')
  @Post('messages/:id/file-as-sent')
  @HttpCode(200)
  async fileAsSent(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<MailResponse> {
    await this.decide.fileAsSent(actor, id);
    return this.mails.read(id, actor.locale);
  }
}
