import {
  Body,
  Controller,
  Get,
  Param,
  ParseIntPipe,
  Post,
  Put,
  Query,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Database } from '../../platform/database/database';
import { sendPicture } from '../../platform/files/send-picture';
import { UPLOAD_LIMITS, UPLOAD_SCHEMA, uploadedBytes, type Upload } from '../../platform/files/upload';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { EditionInput, EditionPage, EditionQuery, EditionResponse, EditionUpdate } from './edition-dto';
import { FindEditions } from './find-editions';
import { ReadEditions } from './read-editions';
import { SaveCover } from './save-cover';
import { SaveEdition } from './save-edition';

@ApiTags('editions')
@Controller()
export class EditionController {
  constructor(
    private readonly database: Database,
    private readonly find: FindEditions,
    private readonly reading: ReadEditions,
    private readonly save: SaveEdition,
    private readonly cover: SaveCover,
  ) {}

  /** By title, contributor, or number typed or scanned. */
  @Requires('catalogue.read')
  @Get('editions')
  list(@Query() query: EditionQuery): Promise<EditionPage> {
    return this.find.page(query);
  }

  @Requires('catalogue.read')
  @Get('editions/:id')
  read(@Param('id', ParseIntPipe) id: number): Promise<EditionResponse> {
    return this.reading.readIn(this.database.reader, id);
  }

  @Requires('catalogue.write')
  @Post('works/:workId/editions')
  create(
    @CurrentActor() actor: Actor,
    @Param('workId', ParseIntPipe) workId: number,
    @Body() input: EditionInput,
  ): Promise<EditionResponse> {
    return this.save.create(actor, workId, input);
  }

  @Requires('catalogue.write')
  @Put('editions/:id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: EditionUpdate,
  ): Promise<EditionResponse> {
    return this.save.update(actor, id, input);
  }

  /** PNG or JPEG, 5 MB at most, as the part `file`. */
  @Requires('catalogue.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD_SCHEMA)
  @UseInterceptors(FileInterceptor('file', UPLOAD_LIMITS))
  @Put('editions/:id/cover')
  replaceCover(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @UploadedFile() file?: Upload,
  ): Promise<EditionResponse> {
    return this.cover.replace(actor, id, uploadedBytes(file));
  }

  @Requires('catalogue.read')
  @Get('editions/:id/cover')
  async readCover(@Param('id', ParseIntPipe) id: number, @Res() response: Response): Promise<void> {
    sendPicture(response, await this.cover.read(id));
  }
}
