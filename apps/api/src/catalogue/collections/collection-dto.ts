import { IsInt, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** What can be written of a collection. */
export class CollectionInput {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  issn?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(5000)
  description?: string | null;
}

export class CollectionUpdate extends CollectionInput {
  /** The version that was read; refused where somebody saved since. */
  @IsInt()
  version: number;
}

export class CollectionResponse {
  id: number;
  version: number;
  name: string;
  issn: string | null;
  description: string | null;
}

export class CollectionRow {
  id: number;
  version: number;
  name: string;
  issn: string | null;
  description: string | null;
  workCount: number;
}

export class CollectionPage {
  items: CollectionRow[];
  nextCursor: string | null;
  total: number;
  totalIsCapped: boolean;
}
