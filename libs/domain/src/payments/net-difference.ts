/** Why a payment's net is not the one that the statement announced for its planned day. */
import type { WithholdingLine } from '../withholding';

export const differenceReasons = ['part', 'profile', 'rates', 'ceiling', 'rounding'] as const;
/**
 * `part`: not all of it is paid; `profile`: other contributions are withheld than were announced; `rates`: at other
 * rates; `ceiling`: more or less had been paid in the year; `rounding`: a cent between the parts.
 */
export type DifferenceReason = (typeof differenceReasons)[number];

export interface NetDifference {
  readonly stated: string;
  readonly now: string;
  readonly reasons: readonly DifferenceReason[];
}

export interface AnnouncedNet {
  readonly gross: string;
  readonly net: string;
  readonly lines: readonly WithholdingLine[];
}

/** @returns undefined where both nets are the same */
export function netDifference(stated: AnnouncedNet, now: AnnouncedNet): NetDifference | undefined {
  if (stated.net === now.net) return undefined;
  const reasons = reasonsOf(stated, now);
  return { stated: stated.net, now: now.net, reasons: reasons.length > 0 ? reasons : ['rounding'] };
}

function reasonsOf(stated: AnnouncedNet, now: AnnouncedNet): DifferenceReason[] {
  const isPart = stated.gross !== now.gross;
  const [before, after] = [byKind(stated.lines), byKind(now.lines)];
  const kinds = new Set([...before.keys(), ...after.keys()]);
  const shared = [...kinds].filter((kind) => before.has(kind) && after.has(kind));
  const hasOtherKinds = shared.length < kinds.size;
  const hasOtherRates = shared.some((kind) => before.get(kind)?.rate !== after.get(kind)?.rate);
  const hasOtherBase = !isPart && shared.some((kind) => before.get(kind)?.base !== after.get(kind)?.base);
  return [
    ...(isPart ? (['part'] as const) : []),
    ...(hasOtherKinds ? (['profile'] as const) : []),
    ...(hasOtherRates ? (['rates'] as const) : []),
    ...(hasOtherBase ? (['ceiling'] as const) : []),
  ];
}

const byKind = (lines: readonly WithholdingLine[]): Map<WithholdingLine['kind'], WithholdingLine> =>
  new Map(lines.map((line) => [line.kind, line]));
