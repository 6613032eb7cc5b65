import { addsUp, negated, type Decimal } from '../locale';
import type { CoveringAmounts, CoveringData, CoveringLine } from './covering-data';

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
  lines.forEach(checkOwnRecap);
}

/** The recap of a line says what the line says. */
function checkOwnRecap({ recap, ...line }: CoveringLine): void {
  if (!recap) return;
  const of = `of ${line.contract}`;
  refuse(`gross ${of}`, line.gross, [recap.gross]);
  refuse(`social ${of}`, line.social, [recap.socialTotal]);
  refuse(
    `the contributions ${of}`,
    recap.socialTotal,
    recap.social.map(({ amount }) => amount),
  );
  refuse(`vat ${of}`, line.vat, [recap.vat?.amount ?? '0']);
  refuse(`vatWithheld ${of}`, line.vatWithheld, [recap.vatWithheld ?? '0']);
  refuse(`withholdingTax ${of}`, line.withholdingTax, [recap.withholdingTax?.amount ?? '0']);
  refuse(`net ${of} before the agent`, recap.net, [line.net, line.agentFee]);
}

function partsOfNet({ gross, social, vat, vatWithheld, withholdingTax, agentFee }: CoveringAmounts): Decimal[] {
  return [gross, vat, ...[social, vatWithheld, withholdingTax, agentFee].map(negated)];
}

function refuse(name: string, said: Decimal, parts: readonly Decimal[]): void {
  if (addsUp(parts, said)) return;
  throw new Error(`The covering page cannot be printed: ${name} is ${said}, its parts are ${parts.join(' + ')}.`);
}
