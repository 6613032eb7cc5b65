import { Controller, Get, Param, ParseIntPipe, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Requires } from '../../platform/sign-in/permissions';
import { StatementDocumentQuery } from '../statement-document-query';
import { mediaTypes } from '../statement-documents';
import { CoveringDocuments } from './covering-documents';

@ApiTags('statements')
@Controller()
export class CoveringController {
  constructor(private readonly covering: CoveringDocuments) {}

  /** The page that covers a payee's statements of a closing: one line each, their own withholdings, one payment for all. */
  @Requires('royalties.read')
  @Get('closings/:id/payees/:contributorId/pdf')
  @ApiProduces(mediaTypes.pdf)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(
    @Param('id', ParseIntPipe) closingId: number,
    @Param('contributorId', ParseIntPipe) contributorId: number,
    @Query() query: StatementDocumentQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const file = await this.covering.get({ closingId, contributorId, locale: query.locale ?? 'fr' });
    const way = query.download ? 'attachment' : 'inline';
    response.setHeader('Content-Disposition', `${way}; filename="${file.fileName}"`);
    return new StreamableFile(file.bytes, { type: file.mediaType });
  }
}
