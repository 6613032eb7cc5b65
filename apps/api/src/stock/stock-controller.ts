import { Body, Controller, Get, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { readPage } from '../platform/lists/list';
import { ListExporter } from '../platform/lists/list-export';
import type { Actor } from '../platform/sign-in/actor';
import { CurrentActor } from '../platform/sign-in/current-actor';
import { Requires } from '../platform/sign-in/permissions';
import { CorrectMovement } from './correct-movement';
import { CountStock } from './count-stock';
import { editionStock } from './edition-stock';
import {
  CountSheet,
  FreeCopiesInput,
  MovementCorrection,
  MovementQuery,
  PulpingInput,
  StockPeriod,
  StockQuery,
} from './stock-dto';
import { movementExport, stockExport } from './stock-export';
import { movementList, stockList, type ListedStock } from './stock-list';
import { CountResult, EditionStockResponse, MovementPage, StockPage, WrittenMovements } from './stock-response-dto';
import { TakeCopies } from './take-copies';

@ApiTags('stock')
@Controller()
export class StockController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly copies: TakeCopies,
    private readonly counts: CountStock,
    private readonly corrections: CorrectMovement,
    private readonly exporter: ListExporter,
  ) {}

  @Requires('stock.read')
  @Get('stock')
  async list(@Query() query: StockQuery): Promise<StockPage> {
    const { state, workId } = query;
    const page = await readPage<ListedStock>(this.database.reader, stockList, query, { state, workId });
    return { ...page, items: page.items.map(({ figures, ...edition }) => ({ ...edition, ...figures })) };
  }

  /** The list as a file, as it is filtered, sorted and searched. */
  @Requires('exchange.export')
  @Get('stock/export')
  export(@CurrentActor() actor: Actor, @Query() query: StockQuery, @Res() response: Response): Promise<void> {
    const { state, workId } = query;
    return this.exporter.send(response, stockExport, query, { state, workId }, actor.locale);
  }

  @Requires('exchange.export')
  @Get('stock/movements/export')
  exportMovements(
    @CurrentActor() actor: Actor,
    @Query() query: MovementQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { editionId, kind, from, to } = query;
    return this.exporter.send(response, movementExport, query, { editionId, kind, from, to }, actor.locale);
  }

  @Requires('stock.read')
  @Get('stock/movements')
  movements(@Query() query: MovementQuery): Promise<MovementPage> {
    const { editionId, kind, from, to } = query;
    return readPage(this.database.reader, movementList, query, { editionId, kind, from, to });
  }

  /** The stock equation of an edition over a period. */
  @Requires('stock.read')
  @Get('editions/:id/stock')
  edition(@Param('id', ParseIntPipe) id: number, @Query() period: StockPeriod): Promise<EditionStockResponse> {
    const { from = null, to = this.clock.today() } = period;
    return editionStock(this.database.reader, id, { from, to });
  }

  @Requires('stock.write')
  @Post('stock/free-copies')
  give(@CurrentActor() actor: Actor, @Body() input: FreeCopiesInput): Promise<WrittenMovements> {
    return this.copies.give(actor, input);
  }

  @Requires('stock.write')
  @Post('stock/pulping')
  pulp(@CurrentActor() actor: Actor, @Body() input: PulpingInput): Promise<WrittenMovements> {
    return this.copies.pulp(actor, input);
  }

  /** What was found on the shelves, for several editions at once. */
  @Requires('stock.write')
  @Post('stock/counts')
  count(@CurrentActor() actor: Actor, @Body() sheet: CountSheet): Promise<CountResult> {
    return this.counts.count(actor, sheet);
  }

  @Requires('stock.write')
  @Post('stock/corrections')
  correct(@CurrentActor() actor: Actor, @Body() input: MovementCorrection): Promise<WrittenMovements> {
    return this.corrections.correct(actor, input);
  }
}
