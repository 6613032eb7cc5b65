import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { readPage } from '../../platform/lists/list';
import { ListExporter } from '../../platform/lists/list-export';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { Requires } from '../../platform/sign-in/permissions';
import {
  AuthorBalancePage,
  AuthorBalanceRow,
  BalanceListQuery,
  ContractBalancePage,
  ContractBalanceRow,
  PayablePage,
  PayableQuery,
  ReleaseInput,
  ReleaseResponse,
} from './balance-dto';
import {
  authorBalanceList,
  balanceFilters,
  contractBalanceExport,
  contractBalanceList,
  heldShown,
  payableFilters,
  payableList,
} from './balance-lists';
import { ReleaseBalance } from './release-balance';

/** What is owed to authors, what is carried, what is unrecouped, what was paid. */
@ApiTags('royalty-balances')
@Controller('royalty-balances')
export class BalanceController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly exporter: ListExporter,
    private readonly releases: ReleaseBalance,
  ) {}

  @Requires('payments.read')
  @Get('authors')
  async authors(@Query() query: BalanceListQuery): Promise<AuthorBalancePage> {
    const today = this.clock.today();
    const spec = authorBalanceList(today);
    const page = await readPage<AuthorBalanceRow>(this.database.reader, spec, query, balanceFilters(query, today));
    const items = page.items.map((row) => ({ ...row, heldState: heldShown(row, today).heldState }));
    return { ...page, items };
  }

  @Requires('payments.read')
  @Get('contracts')
  async contracts(@Query() query: BalanceListQuery): Promise<ContractBalancePage> {
    const today = this.clock.today();
    const spec = contractBalanceList(today);
    const page = await readPage<ContractBalanceRow & { released: boolean }>(
      ...([this.database.reader, spec, query, balanceFilters(query, today)] as const),
    );
    return {
      ...page,
      items: page.items.map(({ released, ...row }) => ({ ...row, ...heldShown({ ...row, released }, today) })),
    };
  }

  /** The list by contract as a file, as it is filtered, sorted and searched. */
  @Requires('payments.read')
  @Get('contracts/export')
  export(@CurrentActor() actor: Actor, @Query() query: BalanceListQuery, @Res() response: Response): Promise<void> {
    const today = this.clock.today();
    const filters = balanceFilters(query, today);
    return this.exporter.send(response, contractBalanceExport(today), query, filters, actor.locale);
  }

  /** What is left to pay, each statement and instalment with its due date. */
  @Requires('payments.read')
  @Get('payables')
  payables(@Query() query: PayableQuery): Promise<PayablePage> {
    return readPage(this.database.reader, payableList, query, payableFilters(query));
  }

  /** Pays a balance held under a threshold all the same: it is due at once. */
  @Requires('payments.write')
  @Post('releases')
  release(@CurrentActor() actor: Actor, @Body() input: ReleaseInput): Promise<ReleaseResponse> {
    return this.releases.release(actor, input);
  }
}
