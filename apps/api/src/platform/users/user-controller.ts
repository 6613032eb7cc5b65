import { Body, Controller, Get, Param, ParseIntPipe, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';

import { Database } from '../database/database';
import type { Actor } from '../sign-in/actor';
import { CurrentActor } from '../sign-in/current-actor';
import { Requires, SignedIn } from '../sign-in/permissions';
import type { SignedRequest } from '../sign-in/session-guard';
import { SESSION_COOKIE } from '../sign-in/sessions';
import { ChangeOwnAccount } from './change-own-account';
import { OneTimeLinks } from './one-time-links';
import { readUser, readUsers } from './read-users';
import { SaveUser } from './save-user';
import {
  OwnAccountUpdate,
  PasswordLinkResponse,
  UserInput,
  UserListResponse,
  UserResponse,
  UserUpdate,
} from './user-dto';

@ApiTags('users')
@Controller()
export class UserController {
  constructor(
    private readonly database: Database,
    private readonly save: SaveUser,
    private readonly links: OneTimeLinks,
    private readonly own: ChangeOwnAccount,
  ) {}

  @Requires('users.manage')
  @Get('users')
  async list(): Promise<UserListResponse> {
    return { items: await readUsers(this.database.reader) };
  }

  @Requires('users.manage')
  @Get('users/:id')
  read(@Param('id', ParseIntPipe) id: number): Promise<UserResponse> {
    return readUser(this.database.reader, id);
  }

  @Requires('users.manage')
  @Post('users')
  create(@CurrentActor() actor: Actor, @Body() input: UserInput): Promise<UserResponse> {
    return this.save.create(actor, input);
  }

  @Requires('users.manage')
  @Put('users/:id')
  update(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
    @Body() input: UserUpdate,
  ): Promise<UserResponse> {
    return this.save.update(actor, id, input);
  }

  /** Where the person chooses their password, once; whoever makes the link hands it over. */
  @Requires('users.manage')
  @Post('users/:id/password-link')
  createPasswordLink(
    @CurrentActor() actor: Actor,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<PasswordLinkResponse> {
    return this.links.createPasswordLink(actor, id);
  }

  /** The caller's own language and password. */
  @SignedIn()
  @Throttle({ default: { limit: 20, ttl: 60_000 } })
  @Put('me')
  changeOwn(
    @CurrentActor() actor: Actor & { id: number },
    @Req() request: SignedRequest,
    @Body() update: OwnAccountUpdate,
  ): Promise<UserResponse> {
    const token = (request.cookies as Record<string, string>)[SESSION_COOKIE] ?? '';
    return this.own.change(actor, token, update);
  }
}
