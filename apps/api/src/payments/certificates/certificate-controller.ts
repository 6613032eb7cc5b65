import { Controller, Get, Param, ParseIntPipe, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Database } from '../../platform/database/database';
import { readPage } from '../../platform/lists/list';
import { ListExporter } from '../../platform/lists/list-export';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { CertificatePage, CertificateQuery, PaperQuery, type CertificateRow } from './certificate-dto';
import { certificateExport, certificateList } from './certificate-list';
import { CertificatePapers, type Paper } from './certificate-papers';
import { YearPaper } from './year-paper';

/** What was withheld from whom, payment by payment; the papers bear social-security numbers. */
@ApiTags('withholding-certificates')
@Controller('withholding-certificates')
export class CertificateController {
  constructor(
    private readonly database: Database,
    private readonly papers: CertificatePapers,
    private readonly years: YearPaper,
    private readonly exporter: ListExporter,
  ) {}

  @Requires('payments.read')
  @Get()
  list(@Query() query: CertificateQuery): Promise<CertificatePage> {
    return readPage<CertificateRow>(this.database.reader, certificateList, query, filtersOf(query));
  }

  @Requires('payments.read')
  @Get('export')
  export(@CurrentActor() actor: Actor, @Query() query: CertificateQuery, @Res() response: Response): Promise<void> {
    return this.exporter.send(response, certificateExport, query, filtersOf(query), actor.locale);
  }

  @Requires('parties.bank')
  @Get(':id/pdf')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(
    @Param('id', ParseIntPipe) id: number,
    @Query() query: PaperQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return send(await this.papers.get({ id, locale: query.locale ?? 'fr' }), query, response);
  }

  /** All of an author's year on one paper. */
  @Requires('parties.bank')
  @Get('years/:year/:contributorId/pdf')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async year(
    @Param('year', ParseIntPipe) year: number,
    @Param('contributorId', ParseIntPipe) contributorId: number,
    @Query() query: PaperQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return send(await this.years.get({ year, contributorId, locale: query.locale ?? 'fr' }), query, response);
  }
}

function send({ fileName, bytes }: Paper, query: PaperQuery, response: Response): StreamableFile {
  const disposition = query.download === 'true' ? 'attachment' : 'inline';
  response.setHeader('Content-Disposition', `${disposition}; filename="${fileName}"`);
  return new StreamableFile(bytes, { type: 'application/pdf' });
}

function filtersOf({ year, contributorId, paymentId }: CertificateQuery) {
  return { year, contributorId, paymentId };
}
