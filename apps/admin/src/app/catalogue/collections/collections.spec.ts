import { TestBed } from '@angular/core/testing';
import { Ask } from '@colophon/ui/dialog';
import { aSession, openAt, settle } from '../../platform/testing';
import { routes as pages } from './collections.routes';

const routes = [{ path: 'catalogue/collections', children: pages }];
const editorial = aSession({ permissions: ['catalogue.read', 'catalogue.write'] });
const collection = { id: 3, version: 1, name: 'Rivages du Nord', issn: null, description: 'Du littoral.' };
const pageOf = <Row>(items: Row[]) => ({ items, nextCursor: null, total: items.length, totalIsCapped: false });
const work = { id: 5, title: 'Grand Nord', numberInCollection: '2', mainEdition: null };

async function openPage(works: unknown[], session = editorial) {
  const opened = await openAt(routes, '/catalogue/collections/3', session);
  opened.http.expectOne('/api/collections/3').flush(collection);
  opened.http.expectOne((sent) => sent.url === '/api/works').flush(pageOf(works));
  await settle(opened.harness);
  return opened;
}

it('a collection shows its works and can not be deleted while it has some', async () => {
  const { page } = await openPage([work]);
  expect(page.querySelector('a[href="/catalogue/oeuvres/5"]')?.textContent).toContain('Grand Nord');
  expect(page.textContent).not.toContain('Supprimer');
});

it('an empty one is deleted once the reader has confirmed', async () => {
  const { harness, http, page } = await openPage([]);
  jest.spyOn(TestBed.inject(Ask), 'confirm').mockResolvedValueOnce(false).mockResolvedValueOnce(true);
  const button = page.querySelector<HTMLButtonElement>('button.danger');
  button?.click();
  await settle(harness);
  http.expectNone({ method: 'DELETE', url: '/api/collections/3' });
  button?.click();
  await settle(harness);
  http
    .expectOne({ method: 'DELETE', url: '/api/collections/3' })
    .flush(null, { status: 204, statusText: 'No Content' });
});

it('offers no act to who may only read', async () => {
  const { page } = await openPage([], aSession({ permissions: ['catalogue.read'] }));
  expect(page.querySelector('a[href$="modifier"]')).toBeNull();
  expect(page.querySelector('button.danger')).toBeNull();
});
