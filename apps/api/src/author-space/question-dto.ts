import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

import { ListQuery } from '../platform/lists/list-query';

/** A question on a line of a statement. */
export class QuestionInput {
  @IsInt()
  statementId: number;

  /** The line as the author reads it. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  lineLabel: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  lineAmount?: string | null;

  @IsString()
  @IsNotEmpty()
  @MaxLength(5000)
  body: string;
}

/** A question as its author sees it. */
export class AuthorQuestion {
  id: number;
  statementId: number;
  statementNumber: string;
  workTitle: string;
  lineLabel: string;
  lineAmount: string | null;
  body: string;
  @IsIn(['open', 'answered'])
  status: 'open' | 'answered';
  askedAt: string;
  answer: string | null;
  answeredAt: string | null;
}

export class AuthorQuestionListResponse {
  items: AuthorQuestion[];
}

/** A question as the house sees it. */
export class QuestionResponse extends AuthorQuestion {
  version: number;
  contributorId: number;
  contributorName: string;
  contributorEmail: string | null;
  @IsIn(['fr', 'en'])
  locale: 'fr' | 'en';
  answeredBy: string | null;
}

export class QuestionQuery extends ListQuery {
  @IsOptional()
  @IsIn(['open', 'answered'])
  status?: 'open' | 'answered';

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  contributorId?: number;
}

export class QuestionListResponse {
  items: QuestionResponse[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
}

export class AnswerInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(10_000)
  answer: string;

  @IsInt()
  version: number;
}
