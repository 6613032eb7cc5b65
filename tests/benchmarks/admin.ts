/**
 * What the admin costs a browser that has never seen it: bytes as they come over the wire, and the time until a list
 * shows its rows and takes a key, in a real Chromium against the real API.
 */
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { absolute, median, told, type Bench, type Figure } from './figure';
import { startHouse, type House } from './house';
import { seedLists } from './seed-lists';

const GOAL_KILOBYTES = 300;
const GOAL_SECONDS = 2;
const LIST = '/catalogue/oeuvres';

interface Visit {
  readonly kilobytes: number;
  readonly seconds: number;
  readonly requests: number;
}

export async function benchmarkAdmin(bench: Bench): Promise<Figure[]> {
  const house = await startHouse(bench, 'admin', { COLOPHON_TASKS: '0' });
  await seedLists(house.client, { editions: 2_000, invoices: 2_000 });
  const browser = await launchChromium();
  try {
    const turns = bench.isQuick ? 1 : 5;
    const signIn = await repeated(turns, () => visit(browser, house, { path: '/', ready: 'input[type=password]' }));
    const list = await repeated(turns, () => visit(browser, house, { path: LIST, ready: 'tbody tr', signedIn: true }));
    const again = await repeated(turns, () => visitTwice(browser, house));
    return figures({ signIn, list, again });
  } finally {
    await browser.close();
    await house.stop();
  }
}

function figures({ signIn, list, again }: Record<'signIn' | 'list' | 'again', Visit>): Figure[] {
  return [
    absolute('first load: sign-in page, nothing cached', { ours: signIn.kilobytes, unit: 'kB', most: GOAL_KILOBYTES }),
    absolute('first load: list of works, nothing cached', { ours: list.kilobytes, unit: 'kB', most: GOAL_KILOBYTES }),
    told('list of works, cached', `${Math.round(again.kilobytes)} kB`, { baseline: `${list.requests} requests cold` }),
    absolute('list of works usable, nothing cached', { ours: list.seconds, unit: 's', most: GOAL_SECONDS }),
    absolute('list of works usable, cached', { ours: again.seconds, unit: 's', most: GOAL_SECONDS }),
    told('sign-in page usable, nothing cached', `${signIn.seconds.toFixed(2)} s`),
  ];
}

interface Goal {
  readonly path: string;
  /** What is there once one can work. */
  readonly ready: string;
  readonly signedIn?: boolean;
}

/** In a profile of its own: nothing cached. */
async function visit(browser: Browser, house: House, goal: Goal): Promise<Visit> {
  const page = await freshPage(browser, house, goal.signedIn);
  try {
    return await load(page, house.address + goal.path, goal.ready);
  } finally {
    await page.context().close();
  }
}

async function visitTwice(browser: Browser, house: House): Promise<Visit> {
  const page = await freshPage(browser, house, true);
  try {
    await load(page, house.address + LIST, 'tbody tr');
    return await load(page, house.address + LIST, 'tbody tr');
  } finally {
    await page.context().close();
  }
}

async function freshPage(browser: Browser, house: House, isSignedIn = false): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = (house.headers['cookie'] ?? '').split('=');
  if (isSignedIn) await context.addCookies([{ name, value, url: house.address }]);
  return context.newPage();
}

async function load(page: Page, url: string, ready: string): Promise<Visit> {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  let bytes = 0;
  let requests = 0;
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await page.goto(url, { waitUntil: 'commit' });
  const usable = await page.waitForFunction(
    (selector) => (document.querySelector(selector)?.getClientRects().length ? performance.now() : false),
    ready,
  );
  const milliseconds = Number(await usable.jsonValue());
  await page.waitForLoadState('networkidle');
  await network.detach();
  return { kilobytes: bytes / 1000, seconds: milliseconds / 1000, requests };
}

/** The median of each, whichever visit it comes from. */
async function repeated(turns: number, measure: () => Promise<Visit>): Promise<Visit> {
  const visits: Visit[] = [];
  for (let turn = 0; turn < turns; turn += 1) visits.push(await measure());
  const of = (name: keyof Visit) => median(visits.map((visited) => visited[name]));
  return { kilobytes: of('kilobytes'), seconds: of('seconds'), requests: of('requests') };
}
