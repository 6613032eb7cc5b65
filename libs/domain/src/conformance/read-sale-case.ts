/** The lines of a case of kind "invoice" or "receipt". */
import { Rational } from '../money';
import { within } from '../rules';
import type { SaleLine } from '../sales';
import {
  documentation,
  readCopies,
  readList,
  readMoney,
  readObject,
  readRate,
  withDefaults,
  type JsonObject,
} from './json';

/** @throws RuleViolation with a pointer into the case */
export function readSaleCase(value: unknown): SaleLine[] {
  const object = readObject(value, { required: ['lines'], optional: ['id', 'kind', ...documentation] });
  return readList(object, 'lines', readLine);
}

function readLine(value: unknown): SaleLine {
  const optional = ['retailPriceInclVat', 'unitPriceExclVat', 'discount', 'vatRate'];
  const object = withDefaults(readObject(value, { required: ['quantity'], optional }), {
    discount: '0',
    vatRate: '5.5',
  });
  return {
    quantity: readCopies(object, 'quantity'),
    ...readPrice(object, 'retailPriceInclVat'),
    ...readPrice(object, 'unitPriceExclVat'),
    discount: readRate(object, 'discount'),
    vatRate: readRate(object, 'vatRate'),
  };
}

/** A public price has cents; a unit price without VAT may have more decimals (0.0035), so it is an exact number. */
function readPrice(object: JsonObject, name: 'retailPriceInclVat' | 'unitPriceExclVat'): Partial<SaleLine> {
  if (object[name] === undefined) return {};
  if (name === 'retailPriceInclVat') return { [name]: readMoney(object, name).toRational() };
  return { [name]: within(`/${name}`, () => Rational.parse(object[name] as string)) };
}
