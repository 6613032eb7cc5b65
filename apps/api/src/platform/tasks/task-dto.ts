import { IsIn } from 'class-validator';

export class TaskResponse {
  id: number;
  kind: string;
  label: string;
  @IsIn(['queued', 'running', 'done', 'failed'])
  status: 'queued' | 'running' | 'done' | 'failed';
  done: number;
  total: number | null;
  /** What the task answered; its members depend on its kind. */
  result: Record<string, unknown> | null;
  /** The problem document of a task that failed. */
  problem: Record<string, unknown> | null;
  createdAt: string;
}

export class TaskListResponse {
  items: TaskResponse[];
}
