import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

import { aHouseAtWork } from './house-at-work';
import { NARROW, openDesk, picture, settled, WIDE, type Desk } from './desk';

// Some fifty pages, each read three times: on a busy machine this takes long without being wrong.
jest.setTimeout(1_200_000);

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await aHouseAtWork(desk.api);
});
afterAll(() => desk.close());

/** `/ventes/factures/12` and `/ventes/factures/13` are one page. */
const kindOf = (path: string) => path.replace(/\d+/g, ':id');

describe('every page that links lead to from the home page', () => {
  it('has no fault for axe and does not scroll sideways, wide and narrow, light and dark', async () => {
    const first = await desk.open('/accueil', { as: 'owner' });
    const pages = [first, await desk.another(first)];
    const seen = new Set(['/accueil']);
    const faults: string[] = [];
    for (let round = ['/accueil']; round.length > 0;) {
      const queue = [...round];
      round = [];
      // Two at a time: while one is drawn, the other is read.
      const visit = async (page: Page): Promise<void> => {
        for (let path = queue.shift(); path; path = queue.shift()) {
          faults.push(...(await faultsOf(page, path)));
          const found = (await linksOf(page)).filter((link) => !seen.has(kindOf(link)) && seen.add(kindOf(link)));
          round.push(...found);
        }
      };
      await Promise.all(pages.map(visit));
    }
    if (process.env['COLOPHON_SCREENSHOTS']) process.stdout.write(`${[...seen].join('\n')}\n`);
    expect(faults).toEqual([]);
    desk.noFaults();
    // The sections of the trade are all there, with their records: a page that lost its link would go unchecked.
    expect([...seen]).toEqual(expect.arrayContaining(REACHED));
  });
});

const REACHED = [
  '/catalogue/oeuvres',
  '/catalogue/oeuvres/:id',
  '/catalogue/contributeurs/:id',
  '/contrats/:id',
  '/fabrication/tirages/:id',
  '/stock/titres/:id',
  '/ventes/points-de-vente/:id',
  '/ventes/points-de-vente/:id/modifier',
  '/ventes/factures/:id',
  '/droits/clotures/:id',
  '/droits/redditions/:id',
  '/droits/recettes/:id',
  '/droits/cessions/:id',
  '/droits/simulateur',
  '/echanges/imports',
  '/reglages/maison',
  '/reglages/utilisateurs',
];

/** What is wrong with one page: wide and light, wide and dark, narrow and dark; narrow it must not scroll sideways. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  const faults: string[] = [];
  const say = (where: string, found: string[]) => faults.push(...found.map((fault) => `${path} ${where}: ${fault}`));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(WIDE);
  await page.goto(desk.url + path);
  await settled(page);
  await picture(page, `${path}-1440`);
  say('1440', await violations(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  say('1440 dark', await violations(page, ['color-contrast']));
  await page.setViewportSize(NARROW);
  await picture(page, `${path}-390-dark`);
  say('390', await sideways(page));
  say('390 dark', await violations(page));
  return faults;
}

async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  if (rules) axe.withRules(rules);
  const found = (await axe.analyze()).violations;
  return found.map(
    ({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary}`,
  );
}

/** What reaches past the right edge of a page that would scroll sideways. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > width + 1,
    );
    return [
      `scrolls sideways: ${wide
        .slice(0, 3)
        .map((one) => one.outerHTML.slice(0, 120))
        .join(' … ')}`,
    ];
  });
}

/** Addresses of the product on a page, without those that act (a file, a signing out). */
function linksOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter((link) => link.origin === location.origin && !link.pathname.startsWith('/api/') && !link.download)
      .map((link) => link.pathname)
      .filter((path) => path !== '/'),
  );
}
