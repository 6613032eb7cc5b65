/**
 * A real Chromium for the browser journeys: the one npm brought, else one of this machine's. None at all is a failure
 * that says what to do, never a skipped test.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--headless=new', '--disable-gpu', '--disable-background-networking'];

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: FLAGS });
}

async function chromiumPath(): Promise<string> {
  const path = (await packagedChromium()) ?? process.env['CHROMIUM'] ?? installedChromium();
  if (path && existsSync(path)) return path;
  throw new Error(
    'No browser for the browser tests: install Chromium (`apt-get install chromium`) or set CHROMIUM to its program.',
  );
}

/** The package unpacks its browser, and the libraries it needs when it believes to be in a bare function runtime. */
async function packagedChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

function installedChromium(): string | undefined {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)];
  const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return folders.flatMap((folder) => programs.map((program) => join(folder, program))).find((path) => existsSync(path));
}
