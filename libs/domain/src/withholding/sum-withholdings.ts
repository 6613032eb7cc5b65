/** The withholdings of several parts as one, and back from the JSON in which they are kept. */
import { Money } from '../money';
import type { WithholdingLine } from './desk';
import type { Withholding } from './withhold';

const amounts = [
  'csg',
  'crds',
  'pension',
  'training',
  'social',
  'vat',
  'vatWithheld',
  'withholdingTax',
  'net',
  'payerContribution',
  'payerTraining',
  'reverseChargeVat',
] as const satisfies readonly (keyof Withholding)[];

/** As `JSON.stringify` writes a withholding. */
export type PlainWithholding = Readonly<Record<(typeof amounts)[number], string>> & {
  readonly trace: readonly WithholdingLine[];
};

/** Lines of one kind, rate and abatement become one, so that it can be the `paidBefore` of the next part. */
export function sumWithholdings(parts: readonly Withholding[]): Withholding {
  const sum = (name: (typeof amounts)[number]) => Money.sum(parts.map((part) => part[name]));
  const totals = Object.fromEntries(amounts.map((name) => [name, sum(name)])) as Omit<Withholding, 'trace'>;
  const lines = Map.groupBy(
    parts.flatMap(({ trace }) => trace),
    ({ kind, rate, of }) => [kind, rate, of?.abatedPart].join(' '),
  );
  return { ...totals, trace: [...lines.values()].map(sumLines) };
}

/** @throws RuleViolation `amount-malformed` */
export function readWithholding(plain: PlainWithholding): Withholding {
  const totals = Object.fromEntries(amounts.map((name) => [name, Money.parse(plain[name])]));
  return { ...(totals as Omit<Withholding, 'trace'>), trace: plain.trace };
}

function sumLines(lines: readonly WithholdingLine[]): WithholdingLine {
  const [{ kind, rate, of }] = lines as readonly [WithholdingLine, ...WithholdingLine[]];
  const sum = (read: (line: WithholdingLine) => string) =>
    Money.sum(lines.map((line) => Money.parse(read(line)))).toString();
  return {
    ...{ kind, base: sum(({ base }) => base), rate, amount: sum(({ amount }) => amount) },
    ...(of && {
      of: {
        abated: sum((line) => line.of?.abated ?? '0'),
        full: sum((line) => line.of?.full ?? '0'),
        abatedPart: of.abatedPart,
      },
    }),
  };
}
