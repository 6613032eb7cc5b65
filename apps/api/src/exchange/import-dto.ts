import { ApiProperty } from '@nestjs/swagger';
import { fileKinds, type FileKind } from '@colophon/domain/exchange';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';

import { importStatuses, type ImportStatus } from './import-report';
import { textEncodings, type TextEncoding } from './reading/decode-text';

/** What a file holds, where its columns do not tell it, or tell it wrong. */
export class ImportFileKind {
  @IsInt()
  fileId: number;

  /** Null lets the columns tell. */
  @IsOptional()
  @IsIn(fileKinds)
  @ApiProperty({ enum: [...fileKinds, null], nullable: true, required: false })
  kind?: FileKind | null;
}

export class ImportCheckRequest {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ImportFileKind)
  files?: ImportFileKind[];
}

export class ImportCreateQuery {
  /** An import that was refused: its other files come along, so that only what was mended is brought again. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  corrects?: number;
}

/** A task to follow, and the import that it works on. */
export class ImportStarted {
  importId: number;
  taskId: number;
}

export class ImportCounts {
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
}

export class ImportColumnResponse {
  header: string;
  /** What the column was taken for; null where it is not imported. */
  field: string | null;
  /** Its name in the templates, in the caller's language. */
  label: string | null;
}

export class ImportTableResponse {
  fileId: number;
  fileName: string;
  sheet: string | null;
  @ApiProperty({ enum: [...textEncodings, null], nullable: true })
  encoding: TextEncoding | null;
  delimiter: string | null;
  /** Null where the columns do not tell what the file holds. */
  @ApiProperty({ enum: [...fileKinds, null], nullable: true })
  kind: FileKind | null;
  /** As the spreadsheet counts, from 1. */
  headerRow: number | null;
  columns: ImportColumnResponse[];
  rows: number;
  counts: ImportCounts;
}

export class ImportFileResponse {
  id: number;
  fileName: string;
  /** What it was said to hold; null where its columns tell. */
  @ApiProperty({ enum: [...fileKinds, null], nullable: true })
  kind: FileKind | null;
}

export class ImportResponse {
  id: number;
  /** Of its last check or application: to follow it, also after the page was left. */
  taskId: number | null;
  @IsIn(importStatuses)
  status: ImportStatus;
  label: string;
  createdAt: string;
  createdBy: string;
  appliedAt: string | null;
  undoneAt: string | null;
  files: ImportFileResponse[];
  tables: ImportTableResponse[];
  errors: number;
  warnings: number;
}

export class ImportRowResponse {
  id: number;
  @IsIn(importStatuses)
  status: ImportStatus;
  label: string;
  createdAt: string;
  createdBy: string;
  errors: number;
  warnings: number;
}

export class ImportPage {
  items: ImportRowResponse[];
  nextCursor: string | null;
}

export class ImportQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;

  /** From the page before. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  cursor?: number;
}

export class ImportIssueQuery extends ImportQuery {
  @IsOptional()
  @IsIn(['error', 'warning'])
  severity?: 'error' | 'warning';

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  fileId?: number;
}

export class ImportIssueResponse {
  position: number;
  @IsIn(['error', 'warning'])
  severity: 'error' | 'warning';
  fileId: number | null;
  fileName: string | null;
  sheet: string | null;
  row: number | null;
  column: string | null;
  value: string | null;
  code: string;
  /** What is wrong and what to do, in the caller's language. */
  reason: string;
}

export class ImportIssuePage {
  items: ImportIssueResponse[];
  nextCursor: string | null;
}
