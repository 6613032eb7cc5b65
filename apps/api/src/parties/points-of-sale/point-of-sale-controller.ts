import { Body, Controller, Get, Param, ParseIntPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Database } from '../../platform/database/database';
import { readPage } from '../../platform/lists/list';
import { ListExporter } from '../../platform/lists/list-export';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { PointOfSaleRecord } from '../records';
import {
  PointOfSaleInput,
  PointOfSalePage,
  PointOfSaleQuery,
  PointOfSaleResponse,
  PointOfSaleUpdate,
} from './point-of-sale-dto';
import { pointOfSaleExport, pointOfSaleList } from './point-of-sale-list';
import { SavePointOfSale, toPointOfSale } from './save-point-of-sale';

@ApiTags('points-of-sale')
@Controller('points-of-sale')
export class PointOfSaleController {
  constructor(
    private readonly database: Database,
    private readonly save: SavePointOfSale,
    private readonly exporter: ListExporter,
  ) {}

  @Requires('parties.read')
  @Get()
  list(@Query() query: PointOfSaleQuery): Promise<PointOfSalePage> {
    const { kind, archived } = query;
    return readPage(this.database.reader, pointOfSaleList, query, { kind, archived });
  }

  /** The list as a file, as it is filtered, sorted and searched. */
  @Requires('exchange.export')
  @Get('export')
  export(@CurrentActor() actor: Actor, @Query() query: PointOfSaleQuery, @Res() response: Response): Promise<void> {
    const { kind, archived } = query;
    return this.exporter.send(response, pointOfSaleExport, query, { kind, archived }, actor.locale);
  }

  @Requires('parties.read')
  @Get(':id')
  async read(@Param('id', ParseIntPipe) id: number): Promise<PointOfSaleResponse> {
    return toPointOfSale(await this.database.reader.findOneByOrFail(PointOfSaleRecord, { id }));
  }

  @Requires('points-of-sale.write')
  @Post()
  create(@CurrentActor() actor: Actor, @Body() input: PointOfSaleInput): Promise<PointOfSaleResponse> {
    return this.save.create(actor, input);
  }

  @Requires('points-of-sale.write')
  @Put(':id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: PointOfSaleUpdate,
  ): Promise<PointOfSaleResponse> {
    return this.save.update(actor, id, input);
  }
}
