import { Controller, Get, Header, Param, ParseIntPipe, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Requires } from '../platform/sign-in/permissions';
import { ClosingArchive } from './closing-archive';
import { StatementDocumentQuery } from './statement-document-query';
import { mediaTypes, StatementDocuments, type DocumentFormat } from './statement-documents';

@ApiTags('statements')
@Controller()
export class StatementDocumentController {
  constructor(
    private readonly documents: StatementDocuments,
    private readonly archive: ClosingArchive,
  ) {}

  @Requires('royalties.read')
  @Get('statements/:id/pdf')
  @ApiProduces(mediaTypes.pdf)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  pdf(
    @Param('id', ParseIntPipe) id: number,
    @Query() query: StatementDocumentQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return this.send({ id, format: 'pdf', query, response });
  }

  @Requires('royalties.read')
  @Get('statements/:id/xlsx')
  @ApiProduces(mediaTypes.xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  xlsx(
    @Param('id', ParseIntPipe) id: number,
    @Query() query: StatementDocumentQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return this.send({ id, format: 'xlsx', query, response });
  }

  /** Every statement of a closing, PDF and workbook, in one archive. */
  @Requires('royalties.read')
  @Get('closings/:id/documents.zip')
  @Header('Content-Type', 'application/zip')
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async zip(
    @Param('id', ParseIntPipe) id: number,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { fileName, stream } = await this.archive.open(id);
    response.attachment(fileName);
    return new StreamableFile(stream);
  }

  private async send(request: {
    id: number;
    format: DocumentFormat;
    query: StatementDocumentQuery;
    response: Response;
  }): Promise<StreamableFile> {
    const { id, format, query, response } = request;
    const file = await this.documents.get({ statementId: id, format, locale: query.locale ?? 'fr' });
    response.setHeader(
      'Content-Disposition',
      `${query.download ? 'attachment' : 'inline'}; filename="${file.fileName}"`,
    );
    return new StreamableFile(file.bytes, { type: file.mediaType });
  }
}
