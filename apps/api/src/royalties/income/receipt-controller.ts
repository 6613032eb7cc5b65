import { Body, Controller, Get, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Database } from '../../platform/database/database';
import { readPage } from '../../platform/lists/list';
import { ListExporter } from '../../platform/lists/list-export';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { CancelInput, ReceiptInput, ReceiptPage, ReceiptQuery, ReceiptResponse } from './receipt-dto';
import { receiptExport, receiptList } from './receipt-list';
import { readReceipt, RecordReceipt } from './record-receipt';

@ApiTags('income')
@Controller('receipts')
export class ReceiptController {
  constructor(
    private readonly database: Database,
    private readonly receipts: RecordReceipt,
    private readonly exporter: ListExporter,
  ) {}

  /** Net receipts of editions, those that cancel others among them. */
  @Requires('royalties.read')
  @Get()
  list(@Query() query: ReceiptQuery): Promise<ReceiptPage> {
    return readPage(this.database.reader, receiptList, query, filtersOf(query));
  }

  /** The list as a file, as it is filtered, sorted and searched. */
  @Requires('exchange.export')
  @Get('export')
  export(@CurrentActor() actor: Actor, @Query() query: ReceiptQuery, @Res() response: Response): Promise<void> {
    return this.exporter.send(response, receiptExport, query, filtersOf(query), actor.locale);
  }

  @Requires('royalties.read')
  @Get(':id')
  read(@Param('id', ParseIntPipe) id: number): Promise<ReceiptResponse> {
    return readReceipt(this.database.reader, id);
  }

  @Requires('royalties.write')
  @Post()
  record(@CurrentActor() actor: Actor, @Body() input: ReceiptInput): Promise<ReceiptResponse> {
    return this.receipts.record(actor, input);
  }

  /** Takes a receipt back by the opposite one, which counts in the next statement. */
  @Requires('royalties.write')
  @Post(':id/cancel')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: CancelInput,
  ): Promise<ReceiptResponse> {
    return this.receipts.cancel(actor, id, input);
  }
}

function filtersOf({ editionId, workId, mode, from, to }: ReceiptQuery) {
  return { editionId, workId, mode, from, to };
}
