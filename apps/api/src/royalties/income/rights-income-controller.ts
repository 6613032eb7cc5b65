import { Body, Controller, Get, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Database } from '../../platform/database/database';
import { readPage } from '../../platform/lists/list';
import { ListExporter } from '../../platform/lists/list-export';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { rightsIncomeExport, rightsIncomeList } from './licence-list';
import { CancelInput } from './receipt-dto';
import { RecordRightsIncome } from './record-rights-income';
import { RightsIncomePage, RightsIncomeQuery, RightsIncomeRow } from './rights-income-dto';

@ApiTags('income')
@Controller('rights-income')
export class RightsIncomeController {
  constructor(
    private readonly database: Database,
    private readonly income: RecordRightsIncome,
    private readonly exporter: ListExporter,
  ) {}

  /** What third parties paid for rights, all licences together. */
  @Requires('royalties.read')
  @Get()
  list(@Query() query: RightsIncomeQuery): Promise<RightsIncomePage> {
    return readPage(this.database.reader, rightsIncomeList, query, filtersOf(query));
  }

  @Requires('exchange.export')
  @Get('export')
  export(@CurrentActor() actor: Actor, @Query() query: RightsIncomeQuery, @Res() response: Response): Promise<void> {
    return this.exporter.send(response, rightsIncomeExport, query, filtersOf(query), actor.locale);
  }

  /** Takes an income back by the opposite one, which counts in the next statement. */
  @Requires('royalties.write')
  @Post(':id/cancel')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: CancelInput,
  ): Promise<RightsIncomeRow> {
    return this.income.cancel(actor, id, input);
  }
}

function filtersOf({ licenceId, workId, right, from, to }: RightsIncomeQuery) {
  return { licenceId, workId, right, from, to };
}
