import { nameKey, readPeople, readPerson } from '.';

const names = (text: string): string[] =>
  readPeople(text).map(({ lastName, firstName, role }) => [lastName, firstName, role].filter(Boolean).join(', '));

it.each([
  ['Dupont, Marie ; Martin, Luc', ['Dupont, Marie', 'Martin, Luc']],
  ['Dupont, Marie, Martin, Luc', ['Dupont, Marie', 'Martin, Luc']],
  ['Marie Dupont & Luc Martin', ['Dupont, Marie', 'Martin, Luc']],
  ['Marie Dupont et Luc Martin', ['Dupont, Marie', 'Martin, Luc']],
  ['Marie Dupont, Luc Martin', ['Dupont, Marie', 'Martin, Luc']],
  ['Marie Dupont, Luc Martin, Awa Diop', ['Dupont, Marie', 'Martin, Luc', 'Diop, Awa']],
  ['Dupont Marie / Martin Luc', ['Dupont, Marie', 'Martin, Luc']],
  ['DUPONT Marie / MARTIN Luc', ['Dupont, Marie', 'Martin, Luc']],
  ['Marie DUPONT-LEROY', ['Dupont-Leroy, Marie']],
  ['Jean de La Fontaine', ['de La Fontaine, Jean']],
  ['Le Goff, Anne Marie', ['Le Goff, Anne Marie']],
  ['Hans Christian Andersen', ['Andersen, Hans Christian']],
  ['Marie Dupont (textes) et Luc Martin (ill.)', ['Dupont, Marie, author', 'Martin, Luc, illustrator']],
  ['Colette', ['Colette']],
  ['Marie Dupont\nLuc Martin', ['Dupont, Marie', 'Martin, Luc']],
])('%s are %j', (text, expected) => expect(names(text)).toEqual(expected));

it('a name is the same whatever its order, case and accents', () => {
  const keys = ['Zoé Lefèvre', 'LEFEVRE Zoe', 'Lefèvre, Zoé'].map((text) => {
    const { lastName, firstName } = readPerson(text);
    return nameKey(firstName, lastName);
  });
  expect(new Set(keys).size).toBe(1);
});

it('says when it had to guess which word is the last name', () => {
  expect(readPerson('Ouattara Diop').isOrderGuessed).toBe(true);
  expect(readPerson('Marie Diop').isOrderGuessed).toBe(false);
  expect(readPerson('Diop, Awa').isOrderGuessed).toBe(false);
});

it.each(['1234', '--', 'Dupont, Marie, Luc'])('%s is not a list of people', (text) =>
  expect(() => readPeople(text)).toThrow(expect.objectContaining({ code: 'people-unreadable' })),
);
