import { Body, Controller, Get, Param, ParseIntPipe, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { readPage } from '../platform/lists/list';
import { ListExporter } from '../platform/lists/list-export';
import type { Actor } from '../platform/sign-in/actor';
import { CurrentActor } from '../platform/sign-in/current-actor';
import { Requires } from '../platform/sign-in/permissions';
import { readMapping, SaveMapping } from './account-mapping';
import {
  AccountMappingInput,
  AccountMappingResponse,
  BalanceQuery,
  EntryLinePage,
  EntryLineQuery,
  EntryResponse,
  TrialBalanceResponse,
} from './accounting-dto';
import { entryLineExport, entryLineList } from './entry-list';
import { readEntry, trialBalance } from './read-entries';

@ApiTags('accounting')
@Controller('accounting')
export class AccountingController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mapping: SaveMapping,
    private readonly exporter: ListExporter,
  ) {}

  @Requires('accounting.read')
  @Get('lines')
  lines(@Query() query: EntryLineQuery): Promise<EntryLinePage> {
    return readPage(this.database.reader, entryLineList, query, filtersOf(query));
  }

  /** The lines as a file, as they are filtered, sorted and searched. */
  @Requires('accounting.read')
  @Get('lines/export')
  export(@CurrentActor() actor: Actor, @Query() query: EntryLineQuery, @Res() response: Response): Promise<void> {
    return this.exporter.send(response, entryLineExport, query, filtersOf(query), actor.locale);
  }

  @Requires('accounting.read')
  @Get('entries/:id')
  entry(@Param('id', ParseIntPipe) id: number): Promise<EntryResponse> {
    return readEntry(this.database.reader, id);
  }

  /** What each account comes to on a day. */
  @Requires('accounting.read')
  @Get('balance')
  balance(@Query() { to = this.clock.today() }: BalanceQuery): Promise<TrialBalanceResponse> {
    return this.database.snapshot((tx) => trialBalance(tx, to));
  }

  @Requires('accounting.read')
  @Get('accounts')
  accounts(): Promise<AccountMappingResponse> {
    return this.database.snapshot((tx) => readMapping(tx));
  }

  @Requires('accounting.write')
  @Put('accounts')
  setAccounts(@CurrentActor() actor: Actor, @Body() input: AccountMappingInput): Promise<AccountMappingResponse> {
    return this.mapping.save(actor, input);
  }
}

function filtersOf(query: EntryLineQuery) {
  const { journal, account, contributorId, from, to, documentType, documentId } = query;
  return { journal, account, contributorId, from, to, documentType, documentId };
}
