import { fileKinds, type FileKind } from '@colophon/domain/exchange';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  Post,
  Query,
  Res,
  UploadedFiles,
  UseInterceptors,
} from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { stringify } from 'csv-stringify/sync';
import type { Response } from 'express';

import { platformProblems } from '../platform/problems/platform-problems';
import type { Actor } from '../platform/sign-in/actor';
import { CurrentActor } from '../platform/sign-in/current-actor';
import { Requires } from '../platform/sign-in/permissions';
import { harmless } from './exports/export-everything';
import { ApplyImport } from './apply-import';
import { CheckImport } from './check-import';
import {
  ImportCheckRequest,
  ImportCreateQuery,
  ImportIssuePage,
  ImportIssueQuery,
  ImportPage,
  ImportQuery,
  ImportResponse,
  ImportStarted,
} from './import-dto';
import { ReadImport } from './read-import';
import { csvTemplate, xlsxTemplate } from './templates/write-template';
import { UndoImport } from './undo-import';

const UPLOAD = { limits: { fileSize: 20 * 1024 * 1024, files: 20, fields: 5 } };
const FILES_SCHEMA = {
  schema: { type: 'object', properties: { files: { type: 'array', items: { type: 'string', format: 'binary' } } } },
};
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface UploadedFile {
  readonly originalname: string;
  readonly buffer: Buffer;
}

@ApiTags('imports')
@Controller('imports')
export class ImportController {
  constructor(
    private readonly checkImport: CheckImport,
    private readonly applyImport: ApplyImport,
    private readonly undoImport: UndoImport,
    private readonly reading: ReadImport,
  ) {}

  @Requires('exchange.import')
  @Get()
  list(@Query() query: ImportQuery): Promise<ImportPage> {
    return this.reading.list(query);
  }

  /** Takes files in and checks them; nothing of the house is changed. */
  @Requires('exchange.import')
  @HttpCode(202)
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILES_SCHEMA as never)
  @UseInterceptors(FilesInterceptor('files', 20, UPLOAD))
  @Post()
  create(
    @CurrentActor() actor: Actor,
    @Query() { corrects }: ImportCreateQuery,
    @UploadedFiles() files: UploadedFile[] = [],
  ): Promise<ImportStarted> {
    const brought = files.map(({ originalname, buffer }) => ({
      // Multer reads names as Latin-1; browsers send UTF-8.
      fileName: Buffer.from(originalname, 'latin1').toString('utf8'),
      bytes: Buffer.from(buffer),
    }));
    return this.checkImport.start(actor, brought, corrects);
  }

  /** A file to fill in: `titles.xlsx`, `contracts.csv`. */
  @Requires('exchange.import')
  @Get('templates/:file')
  async template(
    @CurrentActor() { locale }: Actor,
    @Param('file') file: string,
    @Res() response: Response,
  ): Promise<void> {
    const [, name, format] = /^([a-z-]+)\.(csv|xlsx)$/.exec(file) ?? [];
    const kind = fileKinds.find((known) => known === name);
    if (!kind) throw platformProblems.create('not-found');
    const bytes = format === 'csv' ? csvTemplate(kind, locale) : await xlsxTemplate(kind, locale);
    response.attachment(`${templateNames[locale][kind]}.${format}`);
    response.type(format === 'csv' ? 'text/csv; charset=utf-8' : XLSX).send(bytes);
  }

  @Requires('exchange.import')
  @Get(':id')
  read(@CurrentActor() { locale }: Actor, @Param('id', ParseIntPipe) id: number): Promise<ImportResponse> {
    return this.reading.read(id, locale);
  }

  @Requires('exchange.import')
  @Get(':id/issues')
  issues(
    @CurrentActor() { locale }: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Query() query: ImportIssueQuery,
  ): Promise<ImportIssuePage> {
    return this.reading.issues(id, query, locale);
  }

  /** All that is wrong as CSV, to work through beside the files. */
  @Requires('exchange.import')
  @Get(':id/issues/export')
  async exportIssues(
    @CurrentActor() { locale }: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Res() response: Response,
  ): Promise<void> {
    const issues = await this.reading.allIssues(id, locale);
    const rows = issues.map(({ fileName, sheet, row, column, value, severity, reason }) =>
      [fileName, sheet, row, column, value, severityNames[locale][severity], reason].map((cell) =>
        typeof cell === 'string' ? harmless(cell) : cell,
      ),
    );
    const csv = stringify([issueHeaders[locale], ...rows], { delimiter: ';', bom: true, record_delimiter: 'windows' });
    response.attachment(`import-${id}.csv`).type('text/csv; charset=utf-8').send(csv);
  }

  /** Checks again, with another kind for the files named. */
  @Requires('exchange.import')
  @HttpCode(202)
  @Post(':id/check')
  check(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() { files = [] }: ImportCheckRequest,
  ): Promise<ImportStarted> {
    return this.checkImport.startAgain(actor, id, files);
  }

  /** Writes all of it, or nothing. */
  @Requires('exchange.import')
  @HttpCode(202)
  @Post(':id/apply')
  apply(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<ImportStarted> {
    return this.applyImport.start(actor, id);
  }

  /** Takes back all that it wrote; refused where something depends on it. */
  @Requires('exchange.import')
  @HttpCode(204)
  @Post(':id/undo')
  undo(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<void> {
    return this.undoImport.undo(actor, id);
  }
}

const templateNames: Readonly<Record<'fr' | 'en', Readonly<Record<FileKind, string>>>> = {
  fr: {
    contributors: 'modele-contributeurs',
    titles: 'modele-titres',
    'points-of-sale': 'modele-points-de-vente',
    contracts: 'modele-contrats',
    'print-runs': 'modele-tirages',
    figures: 'modele-chiffres-par-periode',
  },
  en: {
    contributors: 'template-contributors',
    titles: 'template-titles',
    'points-of-sale': 'template-points-of-sale',
    contracts: 'template-contracts',
    'print-runs': 'template-print-runs',
    figures: 'template-period-figures',
  },
};

const issueHeaders = {
  fr: ['Fichier', 'Feuille', 'Ligne', 'Colonne', 'Valeur', 'Gravité', 'Ce qu’il faut corriger'],
  en: ['File', 'Sheet', 'Row', 'Column', 'Value', 'Severity', 'What to mend'],
} as const;

const severityNames = {
  fr: { error: 'erreur', warning: 'à vérifier' },
  en: { error: 'error', warning: 'to check' },
} as const;
