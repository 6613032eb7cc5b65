import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { History } from '@colophon/ui/history';
import { Languages } from './i18n/languages';
import { words } from './i18n/words';
import { openAt, settle } from './testing';

@Component({
  selector: 'co-past',
  imports: [History],
  template: `<ui-history [entity]="entity()" [id]="7" />`,
})
class Past {
  readonly entity = input.required<string>();
}

const features = ['catalogue', 'contracts', 'contributors', 'parties', 'print-runs', 'sales', 'royalties'];

type Change = readonly [field: string, before: string | null, after: string | null];

async function history(entity: string, changes: readonly Change[], lang: 'fr' | 'en' = 'fr') {
  const routes = [{ path: ':entity', component: Past, resolve: { words: words(...features) } }];
  const { harness, http, page } = await openAt(routes, `/${entity}`);
  const entry = { id: 1, at: '2026-11-20T09:00:00Z', actor: 'Nolwenn Tanguy', action: 'update' };
  http.expectOne(`/api/history/${entity}/7`).flush({
    items: [{ ...entry, changes: changes.map(([field, before, after]) => ({ field, before, after })) }],
  });
  await TestBed.inject(Languages).use(lang);
  await settle(harness);
  return [...page.querySelectorAll('ul li')].map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim());
}

afterEach(() => localStorage.clear());

describe('the history of a record', () => {
  it.each<[string, string, Change, string]>([
    ['a status', 'print_run', ['status', 'delivered', 'accepted'], 'état livré accepté'],
    ['the same code elsewhere', 'contract', ['status', 'draft', 'active'], 'état brouillon actif'],
    ['a form', 'edition', ['product_form', 'paperback', 'hardback'], 'forme broché relié'],
    ['a role', 'work', ['role', null, 'B06'], 'rôle Traduction'],
    ['an amount', 'edition', ['retail_price_incl_vat', '14.00', '1450.5'], 'prix public TTC 14,00 € 1 450,50 €'],
    ['a rate', 'point_of_sale', ['trade_discount_rate', '33', '35.5'], 'remise 33 % 35,5 %'],
    ['copies', 'print_run', ['quantity_accepted', null, '12500'], 'quantité acceptée 12 500'],
    ['a date', 'contract', ['signed_on', null, '2026-03-31'], 'signé le 31/03/2026'],
    ['an ISBN', 'edition', ['isbn13', null, '9782070612758'], 'ISBN 978-2-07-061275-8'],
    ['an edition', 'contract', ['edition_id', null, 'Sel, 9782070612758'], 'édition Sel, 978-2-07-061275-8'],
    ['what was removed', 'point_of_sale', ['notes', 'à rappeler', null], 'notes à rappeler —'],
    ['a yes', 'work', ['archived', 'false', 'true'], 'archivé non oui'],
  ])('says %s in words', async (_, entity, change, told) => {
    await expect(history(entity, [change])).resolves.toEqual([told]);
  });

  it('reads an address, people and tiers as sentences', async () => {
    const address = { line1: '12 rue des Arts', city: 'Rennes', postalCode: '35000', country: 'FR' };
    const people = [{ name: 'Jeanne Le Goff', role: 'rayon BD' }, { name: 'Paul Morel' }];
    await expect(
      history('point_of_sale', [
        ['billing_address', null, JSON.stringify(address)],
        ['contacts', '[]', JSON.stringify(people)],
      ]),
    ).resolves.toEqual([
      'adresse de facturation 12 rue des Arts, 35000 Rennes, France',
      'contacts — Jeanne Le Goff, rayon BD ; Paul Morel',
    ]);
    TestBed.resetTestingModule();
    const tiers = [
      { upTo: 3000, rate: '8' },
      { upTo: null, rate: '10.5' },
    ];
    await expect(
      history('contract', [
        ['tiers', JSON.stringify([{ upTo: null, rate: '8' }]), JSON.stringify(tiers)],
        ['pool_shares', null, '["60","40"]'],
      ]),
    ).resolves.toEqual([
      'paliers 8 % sur tous les exemplaires 8 % jusqu’à 3 000 ex., 10,5 % au-delà',
      'parts du taux commun 60 % / 40 %',
    ]);
  });

  it('speaks English to who reads English', async () => {
    const address = { city: 'Genève', country: 'CH' };
    await expect(
      history(
        'point_of_sale',
        [
          ['kind', 'library', 'chain'],
          ['billing_address', null, JSON.stringify(address)],
        ],
        'en',
      ),
    ).resolves.toEqual(['kind Library Chain', 'billing address Genève, Switzerland']);
  });

  it('keeps a text that merely looks like a structure', async () => {
    await expect(history('work', [['summary', null, '[sic] {…']])).resolves.toEqual(['résumé [sic] {…']);
  });
});
