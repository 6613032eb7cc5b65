import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import request from 'supertest';

import { serveAdmin } from './admin-pages';

const SCRIPT = 'console.log("colophon");'.repeat(100);
let folder: string;
const app = express();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-admin-'));
  mkdirSync(join(folder, 'media'));
  writeFileSync(join(folder, 'index.html'), '<p>index</p>');
  writeFileSync(join(folder, 'main-Ab_-9xYz.js'), SCRIPT);
  writeFileSync(join(folder, 'main-Ab_-9xYz.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(folder, 'main-Ab_-9xYz.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(folder, 'theme.js'), SCRIPT);
  writeFileSync(join(folder, 'media/letters-NGDKSPNL.woff2'), 'letters');
  serveAdmin(app as unknown as NestExpressApplication, folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = (path: string, encodings: string) => request(app).get(path).set('Accept-Encoding', encodings);

it.each([
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
])('sends the smallest form that a browser takes: %s', async (accepted, sent) => {
  const answer = await get('/main-Ab_-9xYz.js', accepted).buffer(false).expect(200);
  expect(answer.headers).toMatchObject({
    'content-encoding': sent,
    'content-type': expect.stringContaining('javascript'),
    vary: 'Accept-Encoding',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(Number(answer.headers['content-length'])).toBeLessThan(SCRIPT.length / 10);
});

it('sends the file itself to who takes no other, and asks caches to keep the two apart', async () => {
  const answer = await get('/main-Ab_-9xYz.js', 'identity').expect(200);
  expect(answer.text).toBe(SCRIPT);
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.headers['vary']).toBe('Accept-Encoding');
});

it('lets browsers keep what bears its hash in its name, and ask again for the rest', async () => {
  const font = await get('/media/letters-NGDKSPNL.woff2', 'br').expect(200);
  expect(font.headers['cache-control']).toContain('immutable');
  for (const path of ['/theme.js', '/catalogue/works'])
    expect((await get(path, 'br').expect(200)).headers['cache-control']).toBe('no-cache');
});
