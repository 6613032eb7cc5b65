import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Database } from '../platform/database/database';
import { readPage } from '../platform/lists/list';
import { ListExporter } from '../platform/lists/list-export';
import type { Actor } from '../platform/sign-in/actor';
import { CurrentActor } from '../platform/sign-in/current-actor';
import { Requires } from '../platform/sign-in/permissions';
import { AdvancePrintRun } from './advance-print-run';
import { PlanPrintRun } from './plan-print-run';
import {
  PrintRunDelivery,
  PrintRunOrder,
  PrintRunPage,
  PrintRunPlan,
  PrintRunQuery,
  PrintRunResponse,
  PrintRunStep,
  PrintRunUpdate,
} from './print-run-dto';
import { printRunExport, printRunList } from './print-run-list';
import { readPrintRun } from './read-print-run';

@ApiTags('print-runs')
@Controller('print-runs')
export class PrintRunController {
  constructor(
    private readonly database: Database,
    private readonly plan: PlanPrintRun,
    private readonly advance: AdvancePrintRun,
    private readonly exporter: ListExporter,
  ) {}

  @Requires('print-runs.read')
  @Get()
  list(@Query() query: PrintRunQuery): Promise<PrintRunPage> {
    return readPage(this.database.reader, printRunList, query, filtersOf(query));
  }

  /** The list as a file, as it is filtered, sorted and searched. */
  @Requires('exchange.export')
  @Get('export')
  export(@CurrentActor() actor: Actor, @Query() query: PrintRunQuery, @Res() response: Response): Promise<void> {
    return this.exporter.send(response, printRunExport, query, filtersOf(query), actor.locale);
  }

  @Requires('print-runs.read')
  @Get(':id')
  read(@Param('id', ParseIntPipe) id: number): Promise<PrintRunResponse> {
    return readPrintRun(this.database.reader, id);
  }

  @Requires('print-runs.write')
  @Post()
  create(@CurrentActor() actor: Actor, @Body() input: PrintRunPlan): Promise<PrintRunResponse> {
    return this.plan.create(actor, input);
  }

  @Requires('print-runs.write')
  @Put(':id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: PrintRunUpdate,
  ): Promise<PrintRunResponse> {
    return this.plan.update(actor, id, input);
  }

  @Requires('print-runs.write')
  @HttpCode(200)
  @Post(':id/order')
  order(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: PrintRunOrder,
  ): Promise<PrintRunResponse> {
    return this.advance.order(actor, id, input);
  }

  @Requires('print-runs.write')
  @HttpCode(200)
  @Post(':id/deliver')
  deliver(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: PrintRunDelivery,
  ): Promise<PrintRunResponse> {
    return this.advance.deliver(actor, id, input);
  }

  @Requires('print-runs.write')
  @HttpCode(200)
  @Post(':id/cancel')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: PrintRunStep,
  ): Promise<PrintRunResponse> {
    return this.advance.cancel(actor, id, input);
  }

  /** Back to the plan: the order was withdrawn, or the run is taken up again. */
  @Requires('print-runs.write')
  @HttpCode(200)
  @Post(':id/replan')
  replan(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: PrintRunStep,
  ): Promise<PrintRunResponse> {
    return this.advance.replan(actor, id, input);
  }
}

function filtersOf({ status, editionId, workId, printer }: PrintRunQuery) {
  return { status, editionId, workId, printer };
}
