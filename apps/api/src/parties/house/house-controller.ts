import { Body, Controller, Get, Put, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Database } from '../../platform/database/database';
import { sendPicture } from '../../platform/files/send-picture';
import { UPLOAD_LIMITS, UPLOAD_SCHEMA, uploadedBytes, type Upload } from '../../platform/files/upload';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { HouseResponse, HouseUpdate } from './house-dto';
import { readHouse } from './read-house';
import { SaveHouse } from './save-house';
import { SaveLogo } from './save-logo';

@ApiTags('house')
@Controller('house')
export class HouseController {
  constructor(
    private readonly database: Database,
    private readonly save: SaveHouse,
    private readonly logo: SaveLogo,
  ) {}

  @Requires('settings.read')
  @Get()
  read(): Promise<HouseResponse> {
    return readHouse(this.database.reader);
  }

  @Requires('settings.write')
  @Put()
  update(@CurrentActor() actor: Actor, @Body() input: HouseUpdate): Promise<HouseResponse> {
    return this.save.update(actor, input);
  }

  /** PNG, JPEG or SVG, 2 MB at most, as the part `file`. */
  @Requires('settings.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD_SCHEMA)
  @UseInterceptors(FileInterceptor('file', UPLOAD_LIMITS))
  @Put('logo')
  replaceLogo(@CurrentActor() actor: Actor, @UploadedFile() file?: Upload): Promise<HouseResponse> {
    return this.logo.replace(actor, uploadedBytes(file));
  }

  @Requires('settings.read')
  @Get('logo')
  async readLogo(@Res() response: Response): Promise<void> {
    sendPicture(response, await this.logo.read());
  }
}
