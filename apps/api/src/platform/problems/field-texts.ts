import { defineProblems } from './problem';

/** What can be wrong with one field, by the name of the check that refuses it. */
export const fieldProblems = defineProblems({
  isNotEmpty: { status: 422, fr: 'Ce champ est obligatoire.', en: 'This field is required.' },
  isDefined: { status: 422, fr: 'Ce champ est obligatoire.', en: 'This field is required.' },
  isString: { status: 422, fr: 'Un texte est attendu.', en: 'A text is expected.' },
  isInt: { status: 422, fr: 'Un nombre entier est attendu.', en: 'A whole number is expected.' },
  isBoolean: { status: 422, fr: 'Oui ou non est attendu.', en: 'Yes or no is expected.' },
  isArray: { status: 422, fr: 'Une liste est attendue.', en: 'A list is expected.' },
  isObject: { status: 422, fr: 'Un groupe de champs est attendu.', en: 'A group of fields is expected.' },
  arrayMinSize: { status: 422, fr: 'Il en faut au moins un.', en: 'At least one is needed.' },
  arrayMaxSize: { status: 422, fr: 'Il y en a trop.', en: 'There are too many.' },
  isIn: { status: 422, fr: 'Ce choix n’existe pas.', en: 'This choice does not exist.' },
  min: { status: 422, fr: 'Cette valeur est trop petite.', en: 'This value is too small.' },
  max: { status: 422, fr: 'Cette valeur est trop grande.', en: 'This value is too large.' },
  minLength: { status: 422, fr: 'Ce texte est trop court.', en: 'This text is too short.' },
  maxLength: { status: 422, fr: 'Ce texte est trop long.', en: 'This text is too long.' },
  isEmail: {
    status: 422,
    fr: 'Cette adresse électronique n’est pas valable.',
    en: 'This email address is not valid.',
  },
  isISO31661Alpha2: {
    status: 422,
    fr: 'Un code de pays à deux lettres est attendu (FR, BE…).',
    en: 'A two-letter country code is expected (FR, BE…).',
  },
  matches: { status: 422, fr: 'Ce texte n’a pas la forme attendue.', en: 'This text does not have the expected form.' },
  isNestedObject: { status: 422, fr: 'Un groupe de champs est attendu.', en: 'A group of fields is expected.' },
  whitelistValidation: { status: 422, fr: 'Ce champ n’existe pas.', en: 'This field does not exist.' },
  money: {
    status: 422,
    fr: 'Un montant est attendu, avec deux décimales au plus (12.34).',
    en: 'An amount is expected, with two decimals at most (12.34).',
  },
  rate: {
    status: 422,
    fr: 'Un pourcentage de 0 à 100 est attendu (5.5).',
    en: 'A percentage from 0 to 100 is expected (5.5).',
  },
  decimal: { status: 422, fr: 'Un nombre décimal est attendu (0.123).', en: 'A decimal number is expected (0.123).' },
  calendarDate: {
    status: 422,
    fr: 'Une date existante est attendue (2026-06-30).',
    en: 'An existing date is expected (2026-06-30).',
  },
  gln: {
    status: 422,
    fr: 'Ce GLN n’est pas valable : 13 chiffres, le dernier est une clé.',
    en: 'This GLN is not valid: 13 digits, the last is a check digit.',
  },
  siren: {
    status: 422,
    fr: 'Ce SIREN n’est pas valable : 9 chiffres, le dernier est une clé.',
    en: 'This SIREN is not valid: 9 digits, the last is a check digit.',
  },
  siret: {
    status: 422,
    fr: 'Ce SIRET n’est pas valable : 14 chiffres, le dernier est une clé.',
    en: 'This SIRET is not valid: 14 digits, the last is a check digit.',
  },
  vatNumber: {
    status: 422,
    fr: 'Ce numéro de TVA n’est pas valable (FR, une clé de 2 caractères, puis le SIREN).',
    en: 'This VAT number is not valid (FR, a key of 2 characters, then the SIREN).',
  },
  iban: {
    status: 422,
    fr: 'Cet IBAN n’est pas valable : vérifiez chaque caractère, la clé ne correspond pas.',
    en: 'This IBAN is not valid: check each character, its key does not match.',
  },
  bic: {
    status: 422,
    fr: 'Ce BIC n’est pas valable : 8 ou 11 caractères.',
    en: 'This BIC is not valid: 8 or 11 characters.',
  },
  isni: {
    status: 422,
    fr: 'Cet ISNI n’est pas valable : 16 caractères, le dernier est une clé.',
    en: 'This ISNI is not valid: 16 characters, the last is a check character.',
  },
  socialSecurityNumber: {
    status: 422,
    fr: 'Ce numéro de sécurité sociale n’est pas valable : 13 chiffres et une clé de 2.',
    en: 'This social-security number is not valid: 13 digits and a two-digit key.',
  },
  isbn13: {
    status: 422,
    fr: 'Cet ISBN n’est pas valable : 13 chiffres commençant par 978 ou 979, le dernier est une clé.',
    en: 'This ISBN is not valid: 13 digits beginning with 978 or 979, the last is a check digit.',
  },
  ean: {
    status: 422,
    fr: 'Ce code-barres EAN n’est pas valable : 13 chiffres, le dernier est une clé.',
    en: 'This EAN is not valid: 13 digits, the last is a check digit.',
  },
});
