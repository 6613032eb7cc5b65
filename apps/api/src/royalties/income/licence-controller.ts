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
import { LicenceInput, LicencePage, LicenceQuery, LicenceResponse, LicenceUpdate } from './licence-dto';
import { licenceExport, licenceList } from './licence-list';
import { RecordRightsIncome } from './record-rights-income';
import { RightsIncomeInput, RightsIncomeRow } from './rights-income-dto';
import { readLicence, SaveLicence } from './save-licence';

@ApiTags('income')
@Controller('rights-licences')
export class LicenceController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly save: SaveLicence,
    private readonly income: RecordRightsIncome,
    private readonly exporter: ListExporter,
  ) {}

  /** Rights of the house's works that others bought. */
  @Requires('royalties.read')
  @Get()
  list(@Query() query: LicenceQuery): Promise<LicencePage> {
    return readPage(this.database.reader, licenceList(this.clock.today()), query, filtersOf(query));
  }

  /** The list as a file, as it is filtered, sorted and searched. */
  @Requires('exchange.export')
  @Get('export')
  export(@CurrentActor() actor: Actor, @Query() query: LicenceQuery, @Res() response: Response): Promise<void> {
    return this.exporter.send(response, licenceExport(this.clock.today()), query, filtersOf(query), actor.locale);
  }

  @Requires('royalties.read')
  @Get(':id')
  read(@Param('id', ParseIntPipe) id: number): Promise<LicenceResponse> {
    return readLicence(this.database.reader, id);
  }

  @Requires('royalties.write')
  @Post()
  create(@CurrentActor() actor: Actor, @Body() input: LicenceInput): Promise<LicenceResponse> {
    return this.save.create(actor, input);
  }

  @Requires('royalties.write')
  @Put(':id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: LicenceUpdate,
  ): Promise<LicenceResponse> {
    return this.save.update(actor, id, input);
  }

  /** A licence that never paid anything. */
  @Requires('royalties.write')
  @HttpCode(204)
  @Delete(':id')
  delete(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<void> {
    return this.save.delete(actor, id);
  }

  /** What the licensee paid. */
  @Requires('royalties.write')
  @Post(':id/income')
  cash(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: RightsIncomeInput,
  ): Promise<RightsIncomeRow> {
    return this.income.record(actor, id, input);
  }
}

function filtersOf({ workId, right, state }: LicenceQuery) {
  return { workId, right, state };
}
