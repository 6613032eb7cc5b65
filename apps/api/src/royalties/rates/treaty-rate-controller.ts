import { Body, Controller, Get, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Database } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { SaveTreatyRate } from './save-treaty-rate';
import { TreatyRateInput, TreatyRatePage, TreatyRateResponse, TreatyRateUpdate } from './treaty-rate-dto';

@ApiTags('treaty-rates')
@Controller('treaty-rates')
export class TreatyRateController {
  constructor(
    private readonly database: Database,
    private readonly save: SaveTreatyRate,
  ) {}

  /** By country, the latest first. */
  @Requires('settings.read')
  @Get()
  async list(): Promise<TreatyRatePage> {
    return {
      items: await this.database.reader.query(
        `SELECT id, version, country, valid_from::text AS "validFrom", trim_scale(rate)::text AS rate, note, verified
         FROM treaty_rate ORDER BY country, valid_from DESC`,
      ),
    };
  }

  @Requires('settings.write')
  @Post()
  create(@CurrentActor() actor: Actor, @Body() input: TreatyRateInput): Promise<TreatyRateResponse> {
    return this.save.create(actor, input);
  }

  /** Profiles keep the rate that they were entered with. */
  @Requires('settings.write')
  @Put(':id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: TreatyRateUpdate,
  ): Promise<TreatyRateResponse> {
    return this.save.update(actor, id, input);
  }
}
