import { aSession, openAt } from '../testing';
import { Shell } from './shell';

const home = async (houseName: string) => {
  const { page } = await openAt([{ path: 'bureau', component: Shell }], '/bureau', aSession({ houseName }));
  return [...page.querySelectorAll('a.serif')].map(({ textContent }) => textContent.trim());
};

describe('the links to home', () => {
  it('carry the name of the house', async () => {
    await expect(home('Éditions de l’Aubépine')).resolves.toEqual(['Éditions de l’Aubépine', 'Éditions de l’Aubépine']);
  });

  it('have words while a new house has no name yet', async () => {
    await expect(home('')).resolves.toEqual(['Votre maison', 'Votre maison']);
  });
});
