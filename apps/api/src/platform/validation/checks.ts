import { isCalendarDate } from '@colophon/domain/calendar';
import {
  isBic,
  isEan13,
  isGln,
  isIban,
  isIsbn,
  isIsni,
  isSiren,
  isSiret,
  isNir,
  isVatNumber,
} from '@colophon/domain/identifiers';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { registerDecorator } from 'class-validator';

/**
 * The trade's checks as class-validator decorators: the domain's own functions decide, so that the API, the importer
 * and the admin's forms agree. A check's name is the key of its sentence in `field-texts.ts`.
 */
function check(name: string, test: (text: string) => boolean): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      validator: { validate: (value: unknown) => typeof value === 'string' && test(value) },
    });
}

const documented = (name: string, test: (text: string) => boolean, format: string, example: string) =>
  applyDecorators(check(name, test), ApiProperty({ type: String, format, example }));

const MONEY = /^-?\d{1,12}(\.\d{1,2})?$/;
const RATE = /^(100(\.0{1,6})?|\d{1,2}(\.\d{1,6})?)$/;
const DECIMAL = /^\d{1,12}(\.\d{1,6})?$/;

/** An amount in euros: decimal text with two decimals at most, `12.34`. */
export const IsMoney = () => documented('money', (text) => MONEY.test(text), 'money', '12.34');
/** An amount that is not negative. */
export const IsPositiveMoney = () =>
  documented('money', (text) => MONEY.test(text) && !text.startsWith('-'), 'money', '12.34');
/** A percentage from 0 to 100 as decimal text, `5.5`. */
export const IsRate = () => documented('rate', (text) => RATE.test(text), 'rate', '5.5');
/** A number that is not negative, with six decimals at most: a unit cost. */
export const IsDecimal = () => documented('decimal', (text) => DECIMAL.test(text), 'decimal', '1.234500');
/** A day, `YYYY-MM-DD`, that exists in the calendar. */
export const IsCalendarDate = () => documented('calendarDate', isCalendarDate, 'date', '2026-06-30');
export const IsGln = () => documented('gln', isGln, 'gln', '3020410000008');
export const IsSiren = () => documented('siren', isSiren, 'siren', '732829320');
export const IsSiret = () => documented('siret', isSiret, 'siret', '73282932000074');
export const IsVatNumber = () => documented('vatNumber', isVatNumber, 'vat-number', 'FR44732829320');
export const IsIban = () => documented('iban', isIban, 'iban', 'FR7630006000011234567890189');
export const IsBic = () => documented('bic', isBic, 'bic', 'AGRIFRPP');
export const IsIsni = () => documented('isni', isIsni, 'isni', '0000000121032683');
export const IsSocialSecurityNumber = () =>
  documented('socialSecurityNumber', isNir, 'social-security-number', '255081416802538');
export const IsIsbn13 = () => documented('isbn13', isIsbn, 'isbn-13', '9782070612758');
export const IsEan = () => documented('ean', isEan13, 'ean-13', '3760123456784');
