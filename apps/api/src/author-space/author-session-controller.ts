import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { Request, Response } from 'express';

import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { requestLocale } from '../platform/http/locale';
import { Public } from '../platform/sign-in/permissions';
import { AuthorEntryRequest, AuthorHouseResponse, AuthorLinkRequest, AuthorSessionResponse } from './author-dto';
import { AsAuthor, authorToken, CurrentAuthor } from './author-guard';
import { AuthorLinks } from './author-links';
import { AUTHOR_COOKIE, AuthorSessions, type Author } from './author-sessions';
import { authorSpaceProblems } from './problems';

const A_DAY = 24 * 3600 * 1000;
const COOKIE_PATH = '/api/author';

/** How authors sign in and out: by a link that comes by e-mail. */
@ApiTags('author')
@Controller('author')
export class AuthorSessionController {
  constructor(
    private readonly links: AuthorLinks,
    private readonly sessions: AuthorSessions,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whose space this is: a link is asked of a house that one recognises. */
  @Public()
  @Get('house')
  async house(): Promise<AuthorHouseResponse> {
    const { houseName } = await this.readHouse();
    return { houseName };
  }

  /** Asks for a link. The answer is the same whether the address is known or not. */
  @Public()
  @Throttle({ default: { limit: 5, ttl: 60_000 } })
  @Post('link')
  @HttpCode(204)
  ask(@Body() { email }: AuthorLinkRequest, @Req() request: Request): Promise<void> {
    return this.links.ask(email, requestLocale(request));
  }

  /** Uses a link up. It is an act, not an address: what reads mails ahead of people opens nothing. */
  @Public()
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  @Post('session')
  @HttpCode(200)
  async open(
    @Body() { token }: AuthorEntryRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuthorSessionResponse> {
    const opened = await this.links.enter(token);
    const author = await this.sessions.find(opened);
    if (!author) throw authorSpaceProblems.create('author-link-expired');
    const secure = { httpOnly: true, sameSite: 'strict', secure: request.secure, path: COOKIE_PATH } as const;
    response.cookie(AUTHOR_COOKIE, opened, { ...secure, maxAge: 7 * A_DAY });
    return this.describe(author);
  }

  @AsAuthor()
  @Get('session')
  current(@CurrentAuthor() author: Author): Promise<AuthorSessionResponse> {
    return this.describe(author);
  }

  @AsAuthor()
  @Delete('session')
  @HttpCode(204)
  async close(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.close(authorToken(request) ?? '');
    response.clearCookie(AUTHOR_COOKIE, { path: COOKIE_PATH });
  }

  private async describe({ name, csrfToken }: Author): Promise<AuthorSessionResponse> {
    return { name, csrfToken, ...(await this.readHouse()), today: this.clock.today() };
  }

  private async readHouse(): Promise<Pick<AuthorSessionResponse, 'houseName' | 'houseEmail'>> {
    const [house] = await this.database.reader.query(
      `SELECT coalesce(nullif(trade_name, ''), legal_name) AS "houseName", email AS "houseEmail" FROM house`,
    );
    return house;
  }
}
