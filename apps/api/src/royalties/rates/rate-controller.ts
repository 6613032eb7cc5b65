import { Body, Controller, Get, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Database } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { WithholdingRateInput, WithholdingRatePage, WithholdingRateResponse, WithholdingRateUpdate } from './rate-dto';
import { readRate, readRates } from './read-rates';
import { SaveRate } from './save-rate';

@ApiTags('withholding-rates')
@Controller('withholding-rates')
export class RateController {
  constructor(
    private readonly database: Database,
    private readonly save: SaveRate,
  ) {}

  @Requires('settings.read')
  @Get()
  async list(): Promise<WithholdingRatePage> {
    return { items: await readRates(this.database.reader) };
  }

  @Requires('settings.read')
  @Get(':id')
  read(@Param('id', ParseIntPipe) id: number): Promise<WithholdingRateResponse> {
    return readRate(this.database.reader, id);
  }

  @Requires('settings.write')
  @Post()
  create(@CurrentActor() actor: Actor, @Body() input: WithholdingRateInput): Promise<WithholdingRateResponse> {
    return this.save.create(actor, input);
  }

  @Requires('settings.write')
  @Put(':id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: WithholdingRateUpdate,
  ): Promise<WithholdingRateResponse> {
    return this.save.update(actor, id, input);
  }
}
