import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { ApproveRun } from './approve-run';
import { DownloadFile } from './download-file';
import { DraftRun } from './draft-run';
import { ExecuteRun } from './execute-run';
import { ExportRun } from './export-run';
import { ReadRuns } from './read-runs';
import {
  ExecutionInput,
  PaymentRunInput,
  PaymentRunPage,
  PaymentRunQuery,
  PaymentRunResponse,
  PaymentRunUpdate,
  ProposalInput,
  ProposalResponse,
  RunVersion,
} from './run-dto';

@ApiTags('payment-runs')
@Controller('payment-runs')
export class PaymentRunController {
  constructor(
    private readonly read: ReadRuns,
    private readonly draft: DraftRun,
    private readonly approver: ApproveRun,
    private readonly exporter: ExportRun,
    private readonly files: DownloadFile,
    private readonly executor: ExecuteRun,
  ) {}

  @Requires('payments.read')
  @Get()
  list(@Query() query: PaymentRunQuery): Promise<PaymentRunPage> {
    return this.read.list(query);
  }

  /** What a run would pay, and who would be left out with what to mend; nothing is written. */
  @Requires('payments.read')
  @Post('proposal')
  @HttpCode(200)
  async propose(@Body() input: ProposalInput): Promise<ProposalResponse> {
    return this.read.proposal(await this.draft.propose(input));
  }

  @Requires('payments.read')
  @Get(':id')
  one(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<PaymentRunResponse> {
    return this.read.one(actor, id);
  }

  @Requires('payments.write')
  @Post()
  async create(@CurrentActor() actor: Actor, @Body() input: PaymentRunInput): Promise<PaymentRunResponse> {
    return this.read.one(actor, await this.draft.create(actor, input));
  }

  /** Another day or another choice; an approved run becomes a draft again. */
  @Requires('payments.write')
  @Put(':id')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: PaymentRunUpdate,
  ): Promise<PaymentRunResponse> {
    await this.draft.update(actor, id, input);
    return this.read.one(actor, id);
  }

  @Requires('payments.approve')
  @Post(':id/approve')
  @HttpCode(200)
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() { version }: RunVersion,
  ): Promise<PaymentRunResponse> {
    await this.approver.approve(actor, id, version);
    return this.read.one(actor, id);
  }

  /** Makes the file for the bank, once: a second time is refused. */
  @Requires('payments.write')
  @Post(':id/export')
  @HttpCode(200)
  async export(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() { version }: RunVersion,
  ): Promise<PaymentRunResponse> {
    await this.exporter.export(actor, id, version);
    return this.read.one(actor, id);
  }

  /** The file as it was made, the same each time; who takes it is written down. */
  @Requires('payments.write')
  @Post(':id/download')
  @HttpCode(200)
  @ApiProduces('application/xml')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, xml } = await this.files.download(actor, id);
    response.attachment(fileName).type('application/xml').send(xml);
  }

  /** Records that the bank has paid; everything that follows from it is written at once. */
  @Requires('payments.write')
  @Post(':id/execute')
  @HttpCode(200)
  async execute(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: ExecutionInput,
  ): Promise<PaymentRunResponse> {
    await this.executor.execute(actor, id, input);
    return this.read.one(actor, id);
  }

  @Requires('payments.write')
  @Post(':id/cancel')
  @HttpCode(200)
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() { version }: RunVersion,
  ): Promise<PaymentRunResponse> {
    await this.draft.cancel(actor, id, version);
    return this.read.one(actor, id);
  }
}
