import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import type { Actor } from '../platform/sign-in/actor';
import { CurrentActor } from '../platform/sign-in/current-actor';
import { Requires } from '../platform/sign-in/permissions';
import { OverviewResponse, SearchQuery, SearchResponse } from './overview-dto';
import { ReadOverview } from './read-overview';
import { Search } from './search';

@ApiTags('overview')
@Controller()
export class OverviewController {
  constructor(
    private readonly overview: ReadOverview,
    private readonly search: Search,
  ) {}

  @Requires('overview.read')
  @Get('overview')
  read(): Promise<OverviewResponse> {
    return this.overview.read();
  }

  @Requires('overview.read')
  @Get('search')
  async find(@CurrentActor() actor: Actor, @Query() query: SearchQuery): Promise<SearchResponse> {
    return { items: await this.search.find(actor, query.q) };
  }
}
