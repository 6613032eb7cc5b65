import { existsSync, readdirSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';

import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';

const ONE_YEAR = 365 * 24 * 3600;
/** The content's hash in a file's name, as the admin's build writes it. */
const HASHED = /-[\w-]{8}\.\w+(\.br|\.gz)?$/;
/** Forms that the build made beside a file, the smaller first. */
const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
];

/** Serves the admin's built files beside the API; every other address outside `/api` is the admin's to route. */
export function serveAdmin(
  app: NestExpressApplication,
  folder = resolve(__dirname, '../../../../admin/dist/browser'),
): void {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return;
  app.use(sendCompressed(folder));
  app.use(
    express.static(folder, {
      index: false,
      setHeaders: (response, path) =>
        response.setHeader('Cache-Control', HASHED.test(path) ? `public, max-age=${ONE_YEAR}, immutable` : 'no-cache'),
    }),
  );
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' || request.path.startsWith('/api/') || /\.\w+$/.test(request.path)) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(index);
  });
}

/** Turns a request for a file into one for its compressed form, where there is one and the browser takes it. */
function sendCompressed(folder: string) {
  const files = new Set(
    readdirSync(folder, { recursive: true }).map((name) => `/${String(name).replaceAll('\\', '/')}`),
  );
  return (request: Request, response: Response, next: NextFunction): void => {
    const { path } = request;
    const accepted = ENCODINGS.filter(({ suffix }) => files.has(path + suffix));
    if (accepted.length === 0 || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    response.vary('Accept-Encoding');
    const encoding = accepted.find(({ name }) => request.acceptsEncodings(name) === name);
    if (encoding) {
      response.type(extname(path)).setHeader('Content-Encoding', encoding.name);
      request.url = path + encoding.suffix;
    }
    next();
  };
}
