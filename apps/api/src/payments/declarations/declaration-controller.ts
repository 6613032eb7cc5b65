import { Controller, Get, Param, ParseEnumPipe, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { sendTable } from '../../platform/lists/list-export';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import {
  ContributionQuery,
  ContributionReturnResponse,
  ExportQuery,
  FeeReturnResponse,
  TaxReturnResponse,
  YearQuery,
  declarationExports,
  type DeclarationExport,
} from './declaration-dto';
import {
  contributionTable,
  feeTable,
  vatTable,
  withholdingTaxTable,
  type DeclarationTable,
} from './declaration-tables';
import { ReadDeclarations } from './read-declarations';

const EXPORTS = Object.fromEntries(declarationExports.map((name) => [name, name]));

/** What the house owes for authors and must tell: from executed payments only. */
@ApiTags('declarations')
@Controller('declarations')
export class DeclarationController {
  constructor(private readonly read: ReadDeclarations) {}

  /** To Urssaf: a quarter's return, or the yearly one by name. */
  @Requires('payments.read')
  @Get('contributions')
  contributions(@CurrentActor() actor: Actor, @Query() query: ContributionQuery): Promise<ContributionReturnResponse> {
    return this.read.contributions(actor, query);
  }

  /** DAS2: a calendar year of payments by beneficiary, VAT included. */
  @Requires('payments.read')
  @Get('fees')
  fees(@CurrentActor() actor: Actor, @Query() { year }: YearQuery): Promise<FeeReturnResponse> {
    return this.read.fees(actor, year);
  }

  /** VAT withheld (3310-A) and tax withheld from non-residents (2494), month by month. */
  @Requires('payments.read')
  @Get('taxes')
  taxes(@CurrentActor() actor: Actor, @Query() { year }: YearQuery): Promise<TaxReturnResponse> {
    return this.read.taxes(actor, year);
  }

  /** One of the returns as CSV or XLSX. */
  @Requires('payments.read')
  @Get('export/:name')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @CurrentActor() actor: Actor,
    @Param('name', new ParseEnumPipe(EXPORTS)) name: DeclarationExport,
    @Query() query: ExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { columns, rows, ...table } = await this.table(actor, name, query);
    async function* all() {
      for (const row of rows) yield [...row];
    }
    const sent = { name: table.name, sheet: table.name, columns, rows: all() };
    await sendTable(response, sent, { format: query.format ?? 'csv', locale: actor.locale });
  }

  private async table(actor: Actor, name: DeclarationExport, query: ExportQuery): Promise<DeclarationTable> {
    const { locale } = actor;
    if (name === 'contributions') return contributionTable(await this.read.contributions(actor, query), locale);
    if (name === 'fees') return feeTable(await this.read.fees(actor, query.year), locale);
    const taxes = await this.read.taxes(actor, query.year);
    return name === 'vat' ? vatTable(taxes, locale) : withholdingTaxTable(taxes, locale);
  }
}
