import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { readPage } from '../../platform/lists/list';
import { ListExporter } from '../../platform/lists/list-export';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { InvoiceInput, InvoiceQuery, InvoiceUpdate } from './invoice-dto';
import { invoiceExport, invoiceFilters, invoiceList } from './invoice-list';
import { InvoicePage, InvoiceQuote, InvoiceResponse, InvoiceRow } from './invoice-response-dto';
import { QuoteInvoice } from './quote-invoice';
import { ReadInvoice } from './read-invoice';
import { SaveInvoiceDraft } from './save-invoice-draft';

@ApiTags('invoices')
@Controller('invoices')
export class InvoiceController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly quotes: QuoteInvoice,
    private readonly drafts: SaveInvoiceDraft,
    private readonly reading: ReadInvoice,
    private readonly exporter: ListExporter,
  ) {}

  @Requires('sales.read')
  @Get()
  async list(@Query() query: InvoiceQuery): Promise<InvoicePage> {
    const today = this.clock.today();
    const filters = await invoiceFilters(this.database.reader, query, today);
    return readPage<InvoiceRow>(this.database.reader, invoiceList(today), query, filters) as Promise<InvoicePage>;
  }

  /** The list as a file, as it is filtered, sorted and searched. */
  @Requires('exchange.export')
  @Get('export')
  async export(@CurrentActor() actor: Actor, @Query() query: InvoiceQuery, @Res() response: Response): Promise<void> {
    const today = this.clock.today();
    const filters = await invoiceFilters(this.database.reader, query, today);
    return this.exporter.send(response, invoiceExport(today), query, filters, actor.locale);
  }

  /** What an invoice would be, while it is typed. */
  @Requires('sales.write')
  @HttpCode(200)
  @Post('quote')
  quote(@CurrentActor() actor: Actor, @Body() input: InvoiceInput): Promise<InvoiceQuote> {
    return this.quotes.quote(actor, input);
  }

  @Requires('sales.read')
  @Get(':id')
  read(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<InvoiceResponse> {
    return this.reading.read(actor, id);
  }

  @Requires('sales.write')
  @Post()
  create(@CurrentActor() actor: Actor, @Body() input: InvoiceInput): Promise<InvoiceResponse> {
    return this.drafts.create(actor, input);
  }

  @Requires('sales.write')
  @Put(':id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: InvoiceUpdate,
  ): Promise<InvoiceResponse> {
    return this.drafts.update(actor, id, input);
  }

  @Requires('sales.write')
  @HttpCode(204)
  @Delete(':id')
  remove(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<void> {
    return this.drafts.remove(actor, id);
  }
}
