import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { readPage } from '../platform/lists/list';
import type { Actor } from '../platform/sign-in/actor';
import { CurrentActor } from '../platform/sign-in/current-actor';
import { Requires } from '../platform/sign-in/permissions';
import { ContractCheckInput, ContractInput, ContractQuery, ContractUpdate } from './contract-dto';
import { findingsOf } from './contract-findings';
import { contractList } from './contract-list';
import { ContractCheckResponse, ContractPage, ContractResponse, ContractRow } from './contract-response';
import { nextPeriodEnd } from './next-period';
import { readContract } from './read-contract';
import { SaveContract } from './save-contract';

type ListedContract = Omit<ContractRow, 'nextPeriodEndsOn'> & { lastPeriodTo: string | null };

@ApiTags('contracts')
@Controller('contracts')
export class ContractController {
  constructor(
    private readonly database: Database,
    private readonly save: SaveContract,
    private readonly clock: Clock,
  ) {}

  @Requires('contracts.read')
  @Get()
  async list(@Query() query: ContractQuery): Promise<ContractPage> {
    const { contributorId, workId, status, frequency } = query;
    const filters = { contributorId, workId, status, frequency };
    const page = await readPage<ListedContract>(this.database.reader, contractList, query, filters);
    const today = this.clock.today();
    const items = page.items.map(({ lastPeriodTo, ...row }) => ({
      ...row,
      nextPeriodEndsOn: row.status === 'active' ? nextPeriodEnd(row.statementFrequency, lastPeriodTo, today) : null,
    }));
    return { ...page, items };
  }

  /** What would be refused, and what is missing, while a form is filled in; nothing is saved. */
  @Requires('contracts.read')
  @HttpCode(200)
  @Post('check')
  check(@CurrentActor() actor: Actor, @Body() input: ContractCheckInput): ContractCheckResponse {
    return findingsOf(input, actor.locale);
  }

  @Requires('contracts.read')
  @Get(':id')
  read(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ContractResponse> {
    return readContract(this.database.reader, id, actor.locale);
  }

  @Requires('contracts.write')
  @Post()
  create(@CurrentActor() actor: Actor, @Body() input: ContractInput): Promise<ContractResponse> {
    return this.save.create(actor, input);
  }

  @Requires('contracts.write')
  @Put(':id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: ContractUpdate,
  ): Promise<ContractResponse> {
    return this.save.update(actor, id, input);
  }
}
