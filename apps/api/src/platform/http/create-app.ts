import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

import type { Config } from '../config/config';
import { ProblemFilter } from '../problems/problem-filter';
import { validationPipe } from '../validation/validation-pipe';
import { serveAdmin } from './admin-pages';

/** The HTTP application with what every route shares; the same in production and in the tests. */
export async function createApp(module: DynamicModule, config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, { logger: ['error', 'warn'], bodyParser: true });
  app.set('trust proxy', config.trustedProxies);
  app.set('query parser', 'simple');
  app.useBodyParser('json', { limit: '5mb', reviver: wellFormed });
  app.use(helmet({ contentSecurityPolicy: { directives: contentSecurity() }, strictTransportSecurity: false }));
  app.use(compression());
  app.use(cookieParser());
  app.use('/api', neverKept);
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks([]);
  serveAdmin(app);
  return app;
}

/** JSON can name half of a surrogate pair, which is no character and breaks whatever encodes it. */
function wellFormed(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

/** What the API answers stays out of every cache, shared or of the browser, unless a route says otherwise. */
function neverKept(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'private, no-store');
  next();
}

/** Everything from this address only; `blob:` is for the preview of documents. */
function contentSecurity() {
  return {
    defaultSrc: [`'self'`],
    styleSrc: [`'self'`, `'unsafe-inline'`],
    imgSrc: [`'self'`, 'data:', 'blob:'],
    frameSrc: [`'self'`, 'blob:'],
    workerSrc: [`'self'`, 'blob:'],
    upgradeInsecureRequests: null,
  };
}
