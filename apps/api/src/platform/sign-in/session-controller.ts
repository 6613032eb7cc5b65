import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { Request, Response } from 'express';

import { OneTimeLinks } from '../users/one-time-links';
import { PasswordRequest } from '../users/user-dto';
import { Public, SignedIn } from './permissions';
import { FirstOwnerRequest, SessionResponse, SignInRequest } from './session-dto';
import type { SignedRequest } from './session-guard';
import { SESSION_COOKIE } from './sessions';
import { SignIn, type Origin } from './sign-in';

const FEW_ATTEMPTS = { default: { limit: 10, ttl: 60_000 } };

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly links: OneTimeLinks,
  ) {}

  @Public()
  @Throttle(FEW_ATTEMPTS)
  @Post()
  @HttpCode(200)
  async open(
    @Body() body: SignInRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionResponse> {
    const { token, session } = await this.signIn.withPassword(body, originOf(request));
    setCookie(request, response, token);
    return session;
  }

  @Public()
  @Throttle(FEW_ATTEMPTS)
  @Post('owner')
  @HttpCode(200)
  async createFirstOwner(
    @Body() body: FirstOwnerRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionResponse> {
    const { token, session } = await this.signIn.createFirstOwner(body);
    setCookie(request, response, token);
    return session;
  }

  /** Chooses a password with a one-time link, and signs in. */
  @Public()
  @Throttle(FEW_ATTEMPTS)
  @Post('password')
  @HttpCode(200)
  async choosePassword(
    @Body() body: PasswordRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionResponse> {
    const { token, session } = await this.signIn.withLink(await this.links.choosePassword(body), originOf(request));
    setCookie(request, response, token);
    return session;
  }

  @SignedIn()
  @Get()
  async current(@Req() request: SignedRequest): Promise<SessionResponse> {
    return this.signIn.describe(request.session!);
  }

  @SignedIn()
  @Delete()
  @HttpCode(204)
  async close(@Req() request: SignedRequest, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.signIn.close((request.cookies as Record<string, string>)[SESSION_COOKIE] ?? '');
    response.clearCookie(SESSION_COOKIE);
  }
}

function originOf(request: Request): Origin {
  const isForwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip'].some((name) => request.headers[name] !== undefined);
  return { address: request.socket.remoteAddress, isForwarded };
}

function setCookie(request: Request, response: Response, token: string): void {
  response.cookie(SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.secure,
    path: '/',
    maxAge: 14 * 24 * 3600 * 1000,
  });
}
