/** What a clause takes of an edition's sales and income, by channel, country and right. */
import type { Clause } from './terms';

/** Where copies were sold, or what an income was paid for, as far as it is known. */
export interface Placed {
  readonly channel?: string | undefined;
  readonly territory?: string | undefined;
  readonly right?: string | undefined;
}

/** A clause's limits; each of them undefined where it names none. */
export interface Limits {
  readonly channels: readonly string[] | undefined;
  readonly territories: readonly string[] | undefined;
  readonly rights: readonly string[] | undefined;
}

export function limitsOf(clause: Clause): Limits {
  const isSelective = clause.basis === 'sold' || clause.basis === 'netReceipts' || clause.basis === 'thirdParty';
  return {
    channels: isSelective ? clause.channels : undefined,
    territories: isSelective ? clause.territories : undefined,
    rights: clause.basis === 'thirdParty' && clause.right !== undefined ? [clause.right] : undefined,
  };
}

/** How many limits a clause names. */
export function specificityOf(clause: Clause): number {
  if (clause.basis === 'printed' || clause.basis === 'flatFee') return 0;
  const places = Number(clause.channels !== undefined) + Number(clause.territories !== undefined);
  return clause.basis === 'thirdParty' && clause.right !== undefined ? places + 1 : places;
}

export function takes(clause: Clause, { channel, territory, right }: Placed): boolean {
  const { channels, territories, rights } = limitsOf(clause);
  return admits(channels, channel) && admits(territories, territory) && admits(rights, right);
}

/** What is not known is not what a clause names. */
function admits(limit: readonly string[] | undefined, given: string | undefined): boolean {
  return limit === undefined || (given !== undefined && limit.includes(given));
}

/** Whether something could be taken by both. */
export function limitsMeet(one: Clause, other: Clause): boolean {
  const [first, second] = [limitsOf(one), limitsOf(other)];
  return (['channels', 'territories', 'rights'] as const).every((name) => {
    const [mine, theirs] = [first[name], second[name]];
    return !mine || !theirs || mine.some((text) => theirs.includes(text));
  });
}
