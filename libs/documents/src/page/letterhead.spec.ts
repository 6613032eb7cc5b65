import { aHouse } from '../house/house.fixture';
import { legalIdentity } from './foot';
import { checkLogo, houseMark, logoImages } from './letterhead';
import { accentOf } from './palette';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

describe('the mark of the house', () => {
  it.each([
    [undefined],
    [null],
    [{ kind: 'svg', text: ' ' } as const],
    [{ kind: 'png', bytes: new Uint8Array() } as const],
  ])('is its name where the logo is %j', (logo) => {
    expect(houseMark(aHouse({ logo: logo ?? null }))).toMatchObject({ text: 'Éditions de la Berge' });
    expect(logoImages(aHouse({ logo: logo ?? null }))).toEqual({});
  });

  it('is the picture where there is one', () => {
    const logo = { kind: 'png', bytes: PNG } as const;
    expect(houseMark(aHouse({ logo }))).toMatchObject({ image: 'logo' });
    expect(logoImages(aHouse({ logo }))['logo']).toBe('data:image/png;base64,iVBORw0KGgo=');
  });

  it('is a drawing as text', () => {
    expect(houseMark(aHouse({ logo: { kind: 'svg', text: '<svg></svg>' } }))).toMatchObject({ svg: '<svg></svg>' });
  });
});

describe('a logo', () => {
  it.each([
    '<svg><script>alert(1)</script></svg>',
    '<svg><image href="/etc/passwd"/></svg>',
    '<svg><use xlink:href="http://example.org/a.svg#b"/></svg>',
    '<svg><rect fill="url(http://example.org)"/></svg>',
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
    'not a drawing',
  ])('is refused when it is %s', (text) => {
    expect(() => checkLogo({ kind: 'svg', text })).toThrow('logo');
  });

  it('may refer to itself', () => {
    expect(() => checkLogo({ kind: 'svg', text: '<svg><use href="#a"/><rect fill="url(#g)"/></svg>' })).not.toThrow();
  });

  it('is what it says', () => {
    expect(() => checkLogo({ kind: 'jpeg', bytes: PNG })).toThrow('not a JPEG');
    expect(() => checkLogo({ kind: 'png', bytes: PNG })).not.toThrow();
  });
});

describe('the accent', () => {
  it.each([
    ['#0f5e63', '#0f5e63'],
    [null, '#0f5e63'],
    ['red', '#0f5e63'],
    ['#FFFFFF', '#6c6c6c'],
    ['#1A2B3C', '#1a2b3c'],
  ])('of %s is %s: dark enough to read on white', (given, used) => {
    expect(accentOf(given)).toBe(used);
  });
});

describe('the legal identity', () => {
  it('says form, capital, numbers and register', () => {
    expect(legalIdentity(aHouse({ legalMentions: ['TVA acquittée sur les débits'] }), 'fr').replace(/\s/g, ' ')).toBe(
      'Éditions de la Berge, SARL au capital de 8 000 €  ·  12, quai Duguay-Trouin, 35000 Rennes  ·  SIREN 732 829 320  ·  ' +
        'SIRET 732 829 320 00074  ·  RCS Rennes 732 829 320  ·  TVA intracommunautaire FR44732829320  ·  TVA acquittée sur les débits',
    );
  });

  it('leaves out what a small house has not', () => {
    const house = { name: 'Micro', address: ['1, rue A'] };
    expect(legalIdentity(house, 'fr')).toBe('Micro  ·  1, rue A');
  });
});
