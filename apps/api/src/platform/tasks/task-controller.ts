import { Controller, Get, Param, ParseIntPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { Database } from '../database/database';
import { platformProblems } from '../problems/platform-problems';
import type { Actor } from '../sign-in/actor';
import { CurrentActor } from '../sign-in/current-actor';
import { SignedIn } from '../sign-in/permissions';
import { TaskListResponse, TaskResponse } from './task-dto';

const COLUMNS = `id, kind, label, status, done, total, result, problem, to_char(created_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt"`;

@ApiTags('tasks')
@Controller('tasks')
export class TaskController {
  constructor(private readonly database: Database) {}

  /** The caller's own tasks of late, newest first. */
  @SignedIn()
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<TaskListResponse> {
    const items = await this.database.reader.query(
      `SELECT ${COLUMNS} FROM background_task WHERE user_id = $1 ORDER BY id DESC LIMIT 20`,
      [actor.id],
    );
    return { items };
  }

  @SignedIn()
  @Get(':id')
  async read(@Param('id', ParseIntPipe) id: number, @CurrentActor() actor: Actor): Promise<TaskResponse> {
    const [task] = await this.database.reader.query(
      `SELECT ${COLUMNS} FROM background_task WHERE id = $1 AND (user_id = $2 OR $3)`,
      [id, actor.id, actor.role === 'owner'],
    );
    if (!task) throw platformProblems.create('not-found');
    return task as TaskResponse;
  }
}
