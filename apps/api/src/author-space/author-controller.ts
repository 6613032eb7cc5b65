import { Body, Controller, Get, Param, ParseIntPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { Request, Response } from 'express';

import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { requestLocale } from '../platform/http/locale';
import { CertificatePapers } from '../payments';
import { CoveringDocuments, StatementDocuments } from '../statements';
import { AskQuestion } from './ask-question';
import {
  AuthorCertificateListResponse,
  AuthorContractListResponse,
  AuthorContractResponse,
  AuthorDocumentQuery,
  AuthorOverviewResponse,
  AuthorPaymentListResponse,
  AuthorPaymentResponse,
  AuthorStatementListResponse,
  AuthorStatementResponse,
} from './author-dto';
import { AsAuthor, CurrentAuthor } from './author-guard';
import type { Author } from './author-sessions';
import { AuthorQuestion, AuthorQuestionListResponse, QuestionInput } from './question-dto';
import { readOwnContract, readOwnContracts } from './read-own-contracts';
import { readOwnCertificates, readOwnPayment, readOwnPayments } from './read-own-payments';
import { closingOfOwnPage, readOwnStatement, readOwnStatements, refuseOthersDocument } from './read-own-statements';
import { ReadOverview } from './read-overview';
import { readOwnQuestions } from './read-questions';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

/** What an author reads of their own. Ids are looked for among what is theirs only. */
@ApiTags('author')
@AsAuthor()
@Controller('author')
export class AuthorController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly overview: ReadOverview,
    private readonly documents: StatementDocuments,
    private readonly covering: CoveringDocuments,
    private readonly papers: CertificatePapers,
    private readonly questions: AskQuestion,
  ) {}

  @Get('overview')
  readOverview(@CurrentAuthor() { contributorId }: Author): Promise<AuthorOverviewResponse> {
    return this.overview.read(contributorId);
  }

  @Get('contracts')
  async listContracts(@CurrentAuthor() { contributorId }: Author): Promise<AuthorContractListResponse> {
    return { items: await readOwnContracts(this.database.reader, contributorId) };
  }

  @Get('contracts/:id')
  readContract(
    @CurrentAuthor() { contributorId }: Author,
    @Param('id', ParseIntPipe) id: number,
    @Req() request: Request,
  ): Promise<AuthorContractResponse> {
    const reader = { contributorId, locale: requestLocale(request), today: this.clock.today() };
    return readOwnContract(this.database.reader, reader, id);
  }

  @Get('statements')
  async listStatements(@CurrentAuthor() { contributorId }: Author): Promise<AuthorStatementListResponse> {
    return { items: await readOwnStatements(this.database.reader, contributorId) };
  }

  @Get('statements/:id')
  readStatement(
    @CurrentAuthor() { contributorId }: Author,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<AuthorStatementResponse> {
    return readOwnStatement(this.database.reader, contributorId, id);
  }

  @Get('statements/:id/pdf')
  @ApiProduces('application/pdf')
  @ApiOkResponse(BINARY)
  readPdf(
    @CurrentAuthor() author: Author,
    @Param('id', ParseIntPipe) id: number,
    @Query() { locale }: AuthorDocumentQuery,
    @Res() response: Response,
  ): Promise<void> {
    return this.sendDocument(author, { statementId: id, format: 'pdf', locale: locale ?? 'fr' }, response);
  }

  @Get('statements/:id/xlsx')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse(BINARY)
  readWorkbook(
    @CurrentAuthor() author: Author,
    @Param('id', ParseIntPipe) id: number,
    @Query() { locale }: AuthorDocumentQuery,
    @Res() response: Response,
  ): Promise<void> {
    return this.sendDocument(author, { statementId: id, format: 'xlsx', locale: locale ?? 'fr' }, response);
  }

  /** The page in the reader's own name that comes with a statement: what is withheld from them, and their net. */
  @Get('statements/:id/own-page')
  @ApiProduces('application/pdf')
  @ApiOkResponse(BINARY)
  async readOwnPage(
    @CurrentAuthor() { contributorId }: Author,
    @Param('id', ParseIntPipe) id: number,
    @Query() { locale }: AuthorDocumentQuery,
    @Res() response: Response,
  ): Promise<void> {
    const closingId = await closingOfOwnPage(this.database.reader, contributorId, id);
    const { fileName, bytes } = await this.covering.get({ closingId, contributorId, locale: locale ?? 'fr' });
    response.attachment(fileName).type('application/pdf').send(bytes);
  }

  @Get('payments')
  async listPayments(@CurrentAuthor() { contributorId }: Author): Promise<AuthorPaymentListResponse> {
    return { items: await readOwnPayments(this.database.reader, contributorId) };
  }

  @Get('payments/:id')
  readPayment(
    @CurrentAuthor() { contributorId }: Author,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<AuthorPaymentResponse> {
    return readOwnPayment(this.database.reader, contributorId, id);
  }

  @Get('certificates')
  async listCertificates(@CurrentAuthor() { contributorId }: Author): Promise<AuthorCertificateListResponse> {
    return { items: await readOwnCertificates(this.database.reader, contributorId) };
  }

  @Get('certificates/:id/pdf')
  @ApiProduces('application/pdf')
  @ApiOkResponse(BINARY)
  async readCertificate(
    @CurrentAuthor() { contributorId }: Author,
    @Param('id', ParseIntPipe) id: number,
    @Query() { locale }: AuthorDocumentQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { fileName, bytes } = await this.papers.get({ id, locale: locale ?? 'fr', contributorId });
    response.attachment(fileName).type('application/pdf').send(bytes);
  }

  @Get('questions')
  async listQuestions(@CurrentAuthor() { contributorId }: Author): Promise<AuthorQuestionListResponse> {
    return { items: await readOwnQuestions(this.database.reader, contributorId) };
  }

  /** A question on a line; it reaches the house. */
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  @Post('questions')
  ask(@CurrentAuthor() author: Author, @Body() input: QuestionInput, @Req() request: Request): Promise<AuthorQuestion> {
    return this.questions.ask(author, input, requestLocale(request));
  }

  private async sendDocument(
    { contributorId }: Author,
    key: Parameters<StatementDocuments['get']>[0],
    response: Response,
  ): Promise<void> {
    await refuseOthersDocument(this.database.reader, contributorId, key.statementId);
    const file = await this.documents.get(key);
    response.attachment(file.fileName).type(file.mediaType).send(file.bytes);
  }
}
