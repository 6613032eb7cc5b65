import { IsIn, IsOptional } from 'class-validator';

export class StatementDocumentQuery {
  @IsOptional()
  @IsIn(['fr', 'en'])
  locale?: 'fr' | 'en';

  /** Saves the file instead of showing it. */
  @IsOptional()
  @IsIn(['true'])
  download?: 'true';
}
