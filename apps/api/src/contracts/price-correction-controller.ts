import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Database } from '../platform/database/database';
import type { Actor } from '../platform/sign-in/actor';
import { CurrentActor } from '../platform/sign-in/current-actor';
import { Requires } from '../platform/sign-in/permissions';
import { PriceCorrectionInput, PriceCorrectionQuery } from './amendment-dto';
import { PriceCorrectionPage, PriceCorrectionResponse } from './amendment-response-dto';
import { CorrectPrice, readPriceCorrections } from './correct-price';

@ApiTags('contracts')
@Controller('price-corrections')
export class PriceCorrectionController {
  constructor(
    private readonly database: Database,
    private readonly correcting: CorrectPrice,
  ) {}

  @Requires('contracts.read')
  @Get()
  async list(@Query() { editionId }: PriceCorrectionQuery): Promise<PriceCorrectionPage> {
    return { items: await readPriceCorrections(this.database.reader, editionId) };
  }

  @Requires('contracts.write')
  @Post()
  correct(@CurrentActor() actor: Actor, @Body() input: PriceCorrectionInput): Promise<PriceCorrectionResponse> {
    return this.correcting.correct(actor, input);
  }
}
