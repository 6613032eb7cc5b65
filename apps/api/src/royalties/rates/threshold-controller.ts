import { Body, Controller, Get, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Database } from '../../platform/database/database';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { SaveThreshold } from './save-threshold';
import {
  DeclarationThresholdInput,
  DeclarationThresholdPage,
  DeclarationThresholdResponse,
  DeclarationThresholdUpdate,
} from './treaty-rate-dto';

/** From when on the DAS2 names a beneficiary (CGI 240). */
@ApiTags('das2-thresholds')
@Controller('das2-thresholds')
export class ThresholdController {
  constructor(
    private readonly database: Database,
    private readonly save: SaveThreshold,
  ) {}

  /** The latest first. */
  @Requires('settings.read')
  @Get()
  async list(): Promise<DeclarationThresholdPage> {
    return {
      items: await this.database.reader.query(
        `SELECT id, version, valid_from::text AS "validFrom", amount::text FROM declaration_threshold
         WHERE declaration = 'das2' ORDER BY valid_from DESC`,
      ),
    };
  }

  @Requires('settings.write')
  @Post()
  create(
    @CurrentActor() actor: Actor,
    @Body() input: DeclarationThresholdInput,
  ): Promise<DeclarationThresholdResponse> {
    return this.save.create(actor, input);
  }

  @Requires('settings.write')
  @Put(':id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: DeclarationThresholdUpdate,
  ): Promise<DeclarationThresholdResponse> {
    return this.save.update(actor, id, input);
  }
}
