import { Controller, Get, Param, ParseIntPipe, Post, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { UPLOAD_LIMITS, UPLOAD_SCHEMA, uploadedBytes, type Upload } from '../../platform/files/upload';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { KeepCertificate } from './keep-certificate';
import { taxAlerts } from './tax-alerts';
import { KeptCertificate, TaxAlertPage } from './tax-profile-dto';

/** What authors' tax profiles rest on, and what they lack. */
@ApiTags('contributors')
@Controller('contributors')
export class TaxController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly certificates: KeepCertificate,
  ) {}

  /** Papers that lapse or are missing, the most urgent first. */
  @Requires('parties.read')
  @Get('tax-alerts')
  async alerts(): Promise<TaxAlertPage> {
    return { items: await taxAlerts(this.database.reader, this.clock.today()) };
  }

  /** A PDF, PNG or JPEG, 10 MB at most, as the part `file`; a tax profile then names it. */
  @Requires('parties.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD_SCHEMA)
  @UseInterceptors(FileInterceptor('file', UPLOAD_LIMITS))
  @Post('certificates')
  keep(@CurrentActor() actor: Actor, @UploadedFile() file?: Upload): Promise<KeptCertificate> {
    return this.certificates.keep(actor, uploadedBytes(file));
  }

  /** As it came; for who may change a contributor. */
  @Requires('parties.write')
  @Get(':id/certificates/:fileId')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async read(
    @Param('id', ParseIntPipe) id: number,
    @Param('fileId', ParseIntPipe) fileId: number,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.certificates.read(id, fileId);
    // What somebody sent by mail is looked at, never run.
    response.set('Content-Security-Policy', `default-src 'none'; sandbox`);
    response.attachment(file.fileName).type(file.mediaType).send(file.bytes);
  }
}
