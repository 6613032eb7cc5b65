/** One case computed by the engine that the application uses; there is no second implementation. */
import { computeRoyalties } from '../royalties';
import { quoted, RuleViolation } from '../rules';
import { invoiceTotals, receiptTotals } from '../sales';
import { refuseCase } from './json';
import { readRoyaltyCase } from './read-royalty-case';
import { readSaleCase } from './read-sale-case';
import { royaltyResult, saleResult, type Result } from './results';

const computations: Readonly<Record<string, (value: unknown) => Result>> = {
  royalty: (value) => royaltyResult(computeRoyalties(readRoyaltyCase(value))),
  invoice: (value) => saleResult(invoiceTotals(readSaleCase(value))),
  receipt: (value) => saleResult(receiptTotals(readSaleCase(value))),
};

/** The result of a case, in the shape of `expected`; what the engine refuses gives `refused` and the reason. */
export function computeCase(value: unknown): Result {
  try {
    return computationOf(value)(value);
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    return { refused: true, reason: reasonOf(error) };
  }
}

function computationOf(value: unknown): (value: unknown) => Result {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuseCase('A case is an object');
  const { kind } = value as { readonly kind?: unknown };
  const found = typeof kind === 'string' && Object.hasOwn(computations, kind) ? computations[kind] : undefined;
  const kinds = Object.keys(computations).join(', ');
  return found ?? refuseCase(`${quoted(kind)} is not a kind of case: ${kinds}`, '/kind');
}

function reasonOf({ details }: RuleViolation): string {
  return details.pointer ? `${details.message} (at ${details.pointer})` : details.message;
}
