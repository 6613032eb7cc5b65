import { Body, Controller, Get, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Database } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { ConfirmYear } from './confirm-year';
import { offeredYear } from './offered-year';
import { Clock } from '../../platform/clock/clock';
import {
  ConfirmYearInput,
  WithholdingRateInput,
  WithholdingRatePage,
  WithholdingRateResponse,
  WithholdingRateUpdate,
} from './rate-dto';
import { readRate, readRates } from './read-rates';
import { SaveRate } from './save-rate';

@ApiTags('withholding-rates')
@Controller('withholding-rates')
export class RateController {
  constructor(
    private readonly database: Database,
    private readonly save: SaveRate,
    private readonly confirm: ConfirmYear,
    private readonly clock: Clock,
  ) {}

  @Requires('settings.read')
  @Get()
  async list(): Promise<WithholdingRatePage> {
    const items = await readRates(this.database.reader);
    return { items, offered: offeredYear(items, this.clock.today()) };
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

  /** Takes the rates of the year before over as they are. */
  @Requires('settings.write')
  @Post('confirm-year')
  confirmYear(@CurrentActor() actor: Actor, @Body() input: ConfirmYearInput): Promise<WithholdingRateResponse> {
    return this.confirm.confirm(actor, input);
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
