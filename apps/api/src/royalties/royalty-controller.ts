import { Controller, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Requires } from '../platform/sign-in/permissions';
import { StatementPage, StatementQuery, StatementResponse } from './closings/statement-dto';
import { ReadStatements } from './closings/read-statements';
import { PrintRunPreview, PrintRunPreviewQuery } from './preview-dto';
import { PreviewPrintRun } from './print-run-preview';

@ApiTags('royalties')
@Controller()
export class RoyaltyController {
  constructor(
    private readonly read: ReadStatements,
    private readonly preview: PreviewPrintRun,
  ) {}

  /** What accepting a run would cost, by contract and with its trace. */
  @Requires('royalties.read')
  @Get('royalties/print-run-preview')
  previewPrintRun(@Query() query: PrintRunPreviewQuery): Promise<PrintRunPreview> {
    return this.preview.preview(query);
  }

  @Requires('royalties.read')
  @Get('statements')
  statements(@Query() query: StatementQuery): Promise<StatementPage> {
    return this.read.list(query);
  }

  @Requires('royalties.read')
  @Get('statements/:id')
  statement(@Param('id', ParseIntPipe) id: number): Promise<StatementResponse> {
    return this.read.one(id);
  }
}
