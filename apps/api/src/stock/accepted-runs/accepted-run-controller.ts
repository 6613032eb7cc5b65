import { Body, Controller, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import { PrintRunAcceptance, PrintRunCorrectionInput, PrintRunResponse } from '../../print-runs';
import { AcceptPrintRun } from './accept-print-run';
import { CorrectPrintRun } from './correct-print-run';

/** The steps of a print run that move stock. */
@ApiTags('print-runs')
@Controller('print-runs')
export class AcceptedRunController {
  constructor(
    private readonly acceptance: AcceptPrintRun,
    private readonly correction: CorrectPrintRun,
  ) {}

  @Requires('print-runs.accept')
  @HttpCode(200)
  @Post(':id/accept')
  accept(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: PrintRunAcceptance,
  ): Promise<PrintRunResponse> {
    return this.acceptance.accept(actor, id, input);
  }

  @Requires('print-runs.accept')
  @HttpCode(200)
  @Post(':id/correct')
  correct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: PrintRunCorrectionInput,
  ): Promise<PrintRunResponse> {
    return this.correction.correct(actor, id, input);
  }
}
