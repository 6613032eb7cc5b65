import { Body, Controller, Get, Param, ParseIntPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Database } from '../../platform/database/database';
import { readPage } from '../../platform/lists/list';
import { ListExporter } from '../../platform/lists/list-export';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import {
  ContributorInput,
  ContributorPage,
  ContributorQuery,
  ContributorResponse,
  ContributorUpdate,
} from './contributor-dto';
import { contributorExport, contributorList } from './contributor-list';
import { ReadContributor } from './read-contributor';
import { SaveContributor } from './save-contributor';

@ApiTags('contributors')
@Controller('contributors')
export class ContributorController {
  constructor(
    private readonly database: Database,
    private readonly reading: ReadContributor,
    private readonly save: SaveContributor,
    private readonly exporter: ListExporter,
  ) {}

  @Requires('parties.read')
  @Get()
  list(@Query() query: ContributorQuery): Promise<ContributorPage> {
    const { archived, role } = query;
    return readPage(this.database.reader, contributorList, query, { archived, role });
  }

  /** The list as a file, as it is filtered, sorted and searched. */
  @Requires('exchange.export')
  @Get('export')
  export(@CurrentActor() actor: Actor, @Query() query: ContributorQuery, @Res() response: Response): Promise<void> {
    const { archived, role } = query;
    return this.exporter.send(response, contributorExport, query, { archived, role }, actor.locale);
  }

  /** Bank details and the social-security number only for holders of `parties.bank`. */
  @Requires('parties.read')
  @Get(':id')
  read(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ContributorResponse> {
    return this.reading.readIn(this.database.reader, actor, id);
  }

  @Requires('parties.write')
  @Post()
  create(@CurrentActor() actor: Actor, @Body() input: ContributorInput): Promise<ContributorResponse> {
    return this.save.create(actor, input);
  }

  @Requires('parties.write')
  @Put(':id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: ContributorUpdate,
  ): Promise<ContributorResponse> {
    return this.save.update(actor, id, input);
  }
}
