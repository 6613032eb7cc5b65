import { IsIn } from 'class-validator';

export class HistoryChange {
  field: string;
  /** As text; null where there was nothing. */
  before: string | null;
  after: string | null;
}

export class HistoryEntry {
  id: number;
  at: string;
  actor: string;
  @IsIn(['insert', 'update', 'delete'])
  action: 'insert' | 'update' | 'delete';
  changes: HistoryChange[];
}

export class HistoryResponse {
  items: HistoryEntry[];
}
