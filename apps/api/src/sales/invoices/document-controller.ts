import { Controller, Get, Param, ParseIntPipe, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Requires } from '../../platform/sign-in/permissions';
import { DocumentQuery } from './invoice-dto';
import { RenderInvoice, type InvoiceFile } from './render-invoice';

@ApiTags('invoices')
@Controller('invoices')
export class InvoiceDocumentController {
  constructor(private readonly documents: RenderInvoice) {}

  @Requires('sales.read')
  @ApiProduces('application/pdf')
  @Get(':id/pdf')
  async pdf(
    @Param('id', ParseIntPipe) id: number,
    @Query() { locale = 'fr' }: DocumentQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return send(response, await this.documents.document({ id, format: 'pdf', locale }), 'inline');
  }

  @Requires('sales.read')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Get(':id/xlsx')
  async xlsx(
    @Param('id', ParseIntPipe) id: number,
    @Query() { locale = 'fr' }: DocumentQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return send(response, await this.documents.document({ id, format: 'xlsx', locale }), 'attachment');
  }
}

function send(response: Response, file: InvoiceFile, disposition: 'inline' | 'attachment'): StreamableFile {
  response.setHeader('Cache-Control', 'private, no-cache');
  if (file.sha256) response.setHeader('ETag', `"${file.sha256}"`);
  return new StreamableFile(file.bytes, {
    type: file.mediaType,
    disposition: `${disposition}; filename="${file.fileName}"`,
    length: file.bytes.byteLength,
  });
}
