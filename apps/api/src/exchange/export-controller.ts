import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ZipFile } from 'yazl';

import { Clock } from '../platform/clock/clock';
import type { Actor } from '../platform/sign-in/actor';
import { CurrentActor } from '../platform/sign-in/current-actor';
import { Requires } from '../platform/sign-in/permissions';
import { ExportEverything } from './exports/export-everything';

@ApiTags('exports')
@Controller('exports')
export class ExportController {
  constructor(
    private readonly exporting: ExportEverything,
    private readonly clock: Clock,
  ) {}

  /** Everything the house owns, a CSV a table, as one zip. */
  @Requires('exchange.export')
  @Get('everything')
  async everything(@CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    response.attachment(`colophon-${this.clock.today()}.zip`).type('application/zip');
    const zip = new ZipFile();
    const sending = pipeline(zip.outputStream, response);
    const exporting = this.exporting
      .into(actor, (fileName) => {
        const entry = new PassThrough();
        zip.addReadStream(entry, fileName);
        return entry;
      })
      .then(() => zip.end());
    await Promise.all([sending, exporting]);
  }
}
