import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Database } from '../platform/database/database';
import { readPage } from '../platform/lists/list';
import { ListExporter } from '../platform/lists/list-export';
import { platformProblems } from '../platform/problems/platform-problems';
import type { Actor } from '../platform/sign-in/actor';
import { CurrentActor } from '../platform/sign-in/current-actor';
import { Requires } from '../platform/sign-in/permissions';
import { PaymentInput, PaymentPage, PaymentQuery, PaymentResponse, RejectionInput } from './payment-dto';
import { paymentExport, paymentList, readPayments } from './read-payments';
import { RecordPayment } from './record-payment';
import { RejectPayment } from './reject-payment';

@ApiTags('royalty-payments')
@Controller('royalty-payments')
export class PaymentController {
  constructor(
    private readonly database: Database,
    private readonly recorder: RecordPayment,
    private readonly rejecter: RejectPayment,
    private readonly exporter: ListExporter,
  ) {}

  @Requires('payments.read')
  @Get()
  list(@Query() query: PaymentQuery): Promise<PaymentPage> {
    return readPage(this.database.reader, paymentList, query, filtersOf(query));
  }

  /** The list as a file, as it is filtered, sorted and searched. */
  @Requires('payments.read')
  @Get('export')
  export(@CurrentActor() actor: Actor, @Query() query: PaymentQuery, @Res() response: Response): Promise<void> {
    return this.exporter.send(response, paymentExport, query, filtersOf(query), actor.locale);
  }

  @Requires('payments.read')
  @Get(':id')
  async one(@Param('id', ParseIntPipe) id: number): Promise<PaymentResponse> {
    const [payment] = await readPayments(this.database.reader, { ids: [id] });
    if (!payment) throw platformProblems.create('not-found');
    return payment;
  }

  /** Records payments made outside a file, one for each payee. */
  @Requires('payments.write')
  @Post()
  async record(@CurrentActor() actor: Actor, @Body() input: PaymentInput): Promise<PaymentResponse[]> {
    const ids = await this.recorder.record(actor, input);
    return readPayments(this.database.reader, { ids });
  }

  /** The bank sent it back. */
  @Requires('payments.write')
  @Post(':id/reject')
  @HttpCode(200)
  async reject(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: RejectionInput,
  ): Promise<PaymentResponse> {
    await this.rejecter.reject(actor, id, input);
    return this.one(id);
  }
}

function filtersOf({ contributorId, runId, status, year }: PaymentQuery) {
  return { contributorId, runId, status, year };
}
