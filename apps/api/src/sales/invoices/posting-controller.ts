import { Body, Controller, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { platformProblems } from '../../platform/problems/platform-problems';
import type { Actor } from '../../platform/sign-in/actor';
import { CurrentActor } from '../../platform/sign-in/current-actor';
import { holds, Requires } from '../../platform/sign-in/permissions';
import { BatchPost } from './batch-post';
import { DraftCreditNote } from './draft-credit-note';
import { BatchPostInput, CreditNoteInput, PostInvoiceInput } from './invoice-dto';
import { InvoiceResponse, TaskStarted } from './invoice-response-dto';
import { PostInvoice } from './post-invoice';

@ApiTags('invoices')
@Controller('invoices')
export class PostingController {
  constructor(
    private readonly posting: PostInvoice,
    private readonly creditNotes: DraftCreditNote,
    private readonly batch: BatchPost,
  ) {}

  /** Posts many drafts in the background; those that cannot be posted are told one by one in the task's result. */
  @Requires('sales.post')
  @HttpCode(202)
  @Post('batch-post')
  postMany(@CurrentActor() actor: Actor, @Body() input: BatchPostInput): Promise<TaskStarted> {
    return this.batch.start(actor, input);
  }

  /** Numbers and dates a draft; it never changes again. */
  @Requires('sales.post')
  @HttpCode(200)
  @Post(':id/post')
  post(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: PostInvoiceInput,
  ): Promise<InvoiceResponse> {
    return this.posting.post(actor, id, input);
  }

  /** Credits copies of a posted invoice: a draft, or posted at once with `post`. */
  @Requires('sales.write')
  @Post(':id/credit-note')
  credit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: CreditNoteInput,
  ): Promise<InvoiceResponse> {
    if (input.post && !holds(actor.role, 'sales.post')) throw platformProblems.create('forbidden');
    return this.creditNotes.create(actor, id, input);
  }
}
