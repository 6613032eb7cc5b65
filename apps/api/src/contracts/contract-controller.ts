import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';

import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { readPage } from '../platform/lists/list';
import { ListExporter } from '../platform/lists/list-export';
import type { Actor } from '../platform/sign-in/actor';
import { CurrentActor } from '../platform/sign-in/current-actor';
import { Requires } from '../platform/sign-in/permissions';
import { ContractAlertPage } from './alert-dto';
import { contractAlerts } from './contract-alerts';
import { ContractCheckInput, ContractInput, ContractQuery, ContractUpdate } from './contract-dto';
import { findingsOf } from './contract-findings';
import { contractExport, contractList, toContractRow, type ListedContract } from './contract-list';
import { ContractCheckResponse, ContractPage, ContractResponse } from './contract-response-dto';
import { readContract } from './read-contract';
import { SaveContract } from './save-contract';

@ApiTags('contracts')
@Controller('contracts')
export class ContractController {
  constructor(
    private readonly database: Database,
    private readonly save: SaveContract,
    private readonly clock: Clock,
    private readonly exporter: ListExporter,
  ) {}

  @Requires('contracts.read')
  @Get()
  async list(@Query() query: ContractQuery): Promise<ContractPage> {
    const page = await readPage<ListedContract>(this.database.reader, contractList, query, filtersOf(query));
    const today = this.clock.today();
    return { ...page, items: page.items.map((row) => toContractRow(row, today)) };
  }

  /** The list as a file, as it is filtered, sorted and searched. */
  @Requires('exchange.export')
  @Get('export')
  export(@CurrentActor() actor: Actor, @Query() query: ContractQuery, @Res() response: Response): Promise<void> {
    const list = contractExport(this.clock.today());
    return this.exporter.send(response, list, query, filtersOf(query), actor.locale);
  }

  /** What would be refused, and what is missing, while a form is filled in; nothing is saved. */
  @Requires('contracts.read')
  @HttpCode(200)
  @Post('check')
  check(@CurrentActor() actor: Actor, @Body() input: ContractCheckInput): ContractCheckResponse {
    return findingsOf(input, actor.locale);
  }

  /** What falls due, lapses or asks for a decision, of every contract in force. */
  @Requires('contracts.read')
  @Get('alerts')
  async alerts(): Promise<ContractAlertPage> {
    return { items: await contractAlerts(this.database.reader, this.clock.today()) };
  }

  @Requires('contracts.read')
  @Get(':id')
  read(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ContractResponse> {
    return readContract(this.database.reader, id, { locale: actor.locale, today: this.clock.today() });
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

function filtersOf({ contributorId, workId, status, frequency }: ContractQuery) {
  return { contributorId, workId, status, frequency };
}
