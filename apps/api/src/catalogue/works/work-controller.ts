import { Body, Controller, Get, Param, ParseIntPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { readPage } from '../../platform/lists/list';
import { ListExporter } from '../../platform/lists/list-export';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { searchable } from '../editions/edition-sql';
import { ReadWork } from './read-work';
import { SaveWork } from './save-work';
import { WorkInput, WorkPage, WorkQuery, WorkResponse, WorkUpdate } from './work-dto';
import { toWorkRow, workExport, workFilters, workList, type WorkFound } from './work-list';

@ApiTags('works')
@Controller('works')
export class WorkController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: ReadWork,
    private readonly save: SaveWork,
    private readonly exporter: ListExporter,
  ) {}

  @Requires('catalogue.read')
  @Get()
  async list(@Query() query: WorkQuery): Promise<WorkPage> {
    const spec = workList(this.clock.today());
    const page = await readPage<WorkFound>(this.database.reader, spec, searchable(query), workFilters(query));
    return { ...page, items: page.items.map(toWorkRow) };
  }

  /** The list as a file, as it is filtered, sorted and searched. */
  @Requires('exchange.export')
  @Get('export')
  export(@CurrentActor() actor: Actor, @Query() query: WorkQuery, @Res() response: Response): Promise<void> {
    const list = workExport(this.clock.today());
    return this.exporter.send(response, list, searchable(query), workFilters(query), actor.locale);
  }

  @Requires('catalogue.read')
  @Get(':id')
  read(@Param('id', ParseIntPipe) id: number): Promise<WorkResponse> {
    return this.database.snapshot((tx) => this.reading.readIn(tx, id));
  }

  @Requires('catalogue.write')
  @Post()
  create(@CurrentActor() actor: Actor, @Body() input: WorkInput): Promise<WorkResponse> {
    return this.save.create(actor, input);
  }

  @Requires('catalogue.write')
  @Put(':id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: WorkUpdate,
  ): Promise<WorkResponse> {
    return this.save.update(actor, id, input);
  }
}
