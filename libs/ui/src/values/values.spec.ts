import { hyphenateIsbn } from './isbn-text';

describe('the hyphens of an ISBN', () => {
  it.each([
    ['9782070612758', '978-2-07-061275-8'],
    ['978 2 07 061275 8', '978-2-07-061275-8'],
    ['9791032300824', '979-10-323-0082-4'],
  ])('stand in %s where the publisher’s range puts them', (isbn, text) => {
    expect(hyphenateIsbn(isbn)).toBe(text);
  });

  it.each(['', '978207', 'abc'])('are not put in %j, which is no ISBN yet', (typed) => {
    expect(hyphenateIsbn(typed)).toBe(typed);
  });
});
