import { addsUp, negated, type Decimal } from '../locale';
import type { CoveringAmounts, CoveringData } from './covering-data';

const AMOUNTS = ['gross', 'social', 'vat', 'vatWithheld', 'withholdingTax', 'agentFee', 'net'] as const;

/** Refuses a page whose lines do not come to its totals. Throws `Error`: the data was built wrong upstream. */
export function checkCovering({ lines, totals }: CoveringData): void {
  if (lines.length === 0) throw new Error('A covering page needs a statement to cover.');
  for (const name of AMOUNTS) {
    refuse(
      name,
      totals[name],
      lines.map((line) => line[name]),
    );
  }
  lines.forEach((line) => refuse(`net of ${line.contract}`, line.net, partsOfNet(line)));
}

function partsOfNet({ gross, social, vat, vatWithheld, withholdingTax, agentFee }: CoveringAmounts): Decimal[] {
  return [gross, vat, ...[social, vatWithheld, withholdingTax, agentFee].map(negated)];
}

function refuse(name: string, said: Decimal, parts: readonly Decimal[]): void {
  if (addsUp(parts, said)) return;
  throw new Error(`The covering page cannot be printed: ${name} is ${said}, its parts are ${parts.join(' + ')}.`);
}
