import { placeOfSale } from './place-of-sale';

const nothing = { channel: null, territory: null, customerKind: null, customerCountry: null };

it.each([
  [
    'a bookshop in France',
    { customerKind: 'independent-bookshop', customerCountry: 'FR' },
    'independent-bookshop',
    'FR',
  ],
  ['a wholesaler in Belgium', { customerKind: 'wholesaler', customerCountry: 'be' }, 'wholesaler', 'BE'],
  ['an address without a country', { customerKind: 'author', customerCountry: null }, 'author', 'FR'],
  ['an empty country', { customerKind: 'library', customerCountry: '' }, 'library', 'FR'],
  [
    'what was recorded, over the customer',
    { channel: 'online', customerKind: 'chain', customerCountry: 'FR' },
    'online',
    'FR',
  ],
  ['a territory that was recorded', { territory: 'CH', customerKind: 'chain', customerCountry: 'FR' }, 'chain', 'CH'],
  ['a channel and no customer', { channel: 'export' }, 'export', undefined],
  ['copies of which nothing is known', {}, undefined, undefined],
])('tells the channel and the country of %s', (_what, sold, channel, territory) => {
  expect(placeOfSale({ ...nothing, ...sold })).toEqual({
    ...(channel && { channel }),
    ...(territory && { territory }),
  });
});
