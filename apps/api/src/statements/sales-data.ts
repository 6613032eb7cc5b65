import type { StatementEdition } from '@colophon/documents/statements';
import { Money, Rational, roundToCents } from '@colophon/domain/money';
import type { SoldCount, SoldLine } from '@colophon/domain/royalties';

import { euros, written } from './clause-sentence';
import type { StatementToPrint } from './statement-to-print';
import { tierLine, unitPrice } from './tier-data';
import { percentWords, scopeWords, type Locale } from './words';

type Sales = StatementEdition['sales'][number];

/** What a clause on the sold basis counted: one block a price, with its quantities and the tiers they went through. */
export function salesData(count: SoldCount, statement: StatementToPrint, locale: Locale): Sales[] {
  const { periodFrom, periodTo, contract } = statement.snapshot;
  const scope = scopeWords(contract.clauses[count.clause] ?? {}, locale);
  const [from, to] = [written(periodFrom, locale), written(periodTo, locale)];
  const label = locale === 'fr' ? `Ventes du ${from} au ${to}` : `Sales from ${from} to ${to}`;
  return count.prices.map((quantities, index): Sales => {
    const lines = linesAt(count, quantities, statement);
    const { sold, returned, held, released, net, late } = quantities;
    return {
      label,
      ...(scope === '' ? {} : { scope }),
      ...{ sold, returned, reserveHeld: held, reserveReleased: released, bearing: net },
      ...(count.reserve ? { reserveMethod: reserveMethod(count, { held, lines, statement, locale }) } : {}),
      ...(late ? { late } : {}),
      ...(count.copiesLeft && index === 0 ? { copiesLeft: count.copiesLeft } : {}),
      price: quantities.unitPrice ? unitPrice(quantities.unitPrice) : null,
      tiers: lines.map(tierLine),
      amount: Money.sum(lines.map((line) => Money.parse(line.amount))).toString(),
    };
  });
}

function linesAt(count: SoldCount, quantities: SoldCount['prices'][number], { issued }: StatementToPrint): SoldLine[] {
  return issued.lines.filter(
    (line): line is SoldLine =>
      line.kind === 'sold' &&
      line.clause === count.clause &&
      line.edition === count.edition &&
      line.unitPrice?.from === quantities.unitPrice?.from,
  );
}

interface Reserved {
  readonly held: number;
  readonly lines: readonly SoldLine[];
  readonly statement: StatementToPrint;
  readonly locale: Locale;
}

/** Amount of the reserve and how it is computed (CPI L132-17-3): percent, base, limit in statements. */
function reserveMethod({ reserve, clause }: SoldCount, { held, lines, statement, locale }: Reserved): string {
  if (!reserve) return '';
  const fr = locale === 'fr';
  const percent = percentWords(reserve.percent, locale);
  const worth = heldWorth(held, lines, locale);
  const most = statement.snapshot.contract.clauses[clause]?.returnReserve?.maxStatements;
  return [
    fr
      ? `${percent} des ventes nettes (${reserve.base} exemplaires)`
      : `${percent} of net sales (${reserve.base} copies)`,
    ...(worth === undefined ? [] : [fr ? `soit ${worth} de droits` : `that is ${worth} of royalties`]),
    ...(most === undefined
      ? []
      : [
          fr
            ? `${most} redditions au plus, reprise en entier à la suivante`
            : `${most} statements at most, released in full at the next`,
        ]),
    ...(reserve.relaunch ? [fr ? 'au titre de la relance' : 'for the re-launch'] : []),
  ].join(', ');
}

/** What the copies held would have earned, told where one rate alone was reached: for information, no sum counts it. */
function heldWorth(held: number, lines: readonly SoldLine[], locale: Locale): string | undefined {
  const [line, ...others] = lines;
  if (!line || held === 0 || line.copies === 0 || others.length > 0) return undefined;
  const [over = '0', under = '1'] = line.product.split('/');
  const one = Rational.parse(over)
    .dividedBy(Rational.parse(under))
    .dividedBy(Rational.of(BigInt(line.copies)));
  return euros(roundToCents(one.times(Rational.of(BigInt(held)))).toString(), locale);
}
