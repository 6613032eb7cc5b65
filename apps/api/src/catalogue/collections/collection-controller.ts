import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Database } from '../../platform/database/database';
import { readPage } from '../../platform/lists/list';
import { ListQuery } from '../../platform/lists/list-query';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { CollectionRecord } from '../records';
import { CollectionInput, CollectionPage, CollectionResponse, CollectionUpdate } from './collection-dto';
import { collectionList } from './collection-list';
import { SaveCollection } from './save-collection';

@ApiTags('collections')
@Controller('collections')
export class CollectionController {
  constructor(
    private readonly database: Database,
    private readonly save: SaveCollection,
  ) {}

  @Requires('catalogue.read')
  @Get()
  list(@Query() query: ListQuery): Promise<CollectionPage> {
    return readPage(this.database.reader, collectionList, query);
  }

  @Requires('catalogue.read')
  @Get(':id')
  read(@Param('id', ParseIntPipe) id: number): Promise<CollectionResponse> {
    return this.database.reader.findOneByOrFail(CollectionRecord, { id });
  }

  @Requires('catalogue.write')
  @Post()
  create(@CurrentActor() actor: Actor, @Body() input: CollectionInput): Promise<CollectionResponse> {
    return this.save.create(actor, input);
  }

  @Requires('catalogue.write')
  @Put(':id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: CollectionUpdate,
  ): Promise<CollectionResponse> {
    return this.save.update(actor, id, input);
  }

  @Requires('catalogue.write')
  @HttpCode(204)
  @Delete(':id')
  delete(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<void> {
    return this.save.delete(actor, id);
  }
}
