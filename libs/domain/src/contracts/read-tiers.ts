/**
 * Tiers: so much up to so many copies, more above.
 *
 * What people get wrong: tiers are marginal, never retroactive (only the copies above the ceiling get the next rate), and
 * a list without an open end says nothing about the copy after the last ceiling, so it is refused and not guessed.
 */
import { Money, Rate } from '../money';
import { RuleViolation, within } from '../rules';
import type { TierDraft } from './drafts';
import type { Tier } from './terms';

/**
 * @throws RuleViolation `tiers-missing`, `tiers-not-rising`, `tiers-no-open-end`, `tier-kinds-mixed`, `rate-malformed`, `rate-out-of-range`;
 * its pointer begins with "/tiers"
 */
export function readTiers(drafts: readonly TierDraft[] | undefined): Tier[] {
  if (!Array.isArray(drafts) || drafts.length === 0) {
    throw new RuleViolation('tiers-missing', { message: 'The clause has no rate at all', pointer: '/tiers' });
  }
  return within('/tiers', () => {
    const tiers = (drafts as readonly TierDraft[]).map((draft, index) => within(`/${index}`, () => readTier(draft)));
    checkCeilings(tiers);
    refuseMixedKinds(tiers);
    return tiers;
  });
}

function readTier(draft: TierDraft): Tier {
  const due = readDue(draft);
  const upTo = draft.upTo ?? undefined;
  if (upTo === undefined) return due;
  if (Number.isSafeInteger(upTo) && upTo > 0) return { upTo, ...due };
  throw new RuleViolation('tiers-not-rising', {
    message: `A ceiling is a whole number of copies above zero: ${String(upTo)} is not`,
    pointer: '/upTo',
    values: { given: String(upTo) },
  });
}

/** What a copy of the tier makes due. */
function readDue({ rate, amountPerCopy }: TierDraft): Tier {
  if (amountPerCopy === undefined) return { rate: within('/rate', () => Rate.parse(rate as string)) };
  if (rate !== undefined) {
    throw new RuleViolation('tier-kinds-mixed', {
      message: 'A tier has either a rate or an amount per copy: take one of them out',
      pointer: '/amountPerCopy',
    });
  }
  const amount = within('/amountPerCopy', () => Money.parse(amountPerCopy));
  if (!amount.isNegative) return { amountPerCopy: amount };
  throw new RuleViolation('rate-out-of-range', {
    message: `An amount per copy is not below zero: ${amountPerCopy} is`,
    pointer: '/amountPerCopy',
    values: { given: amountPerCopy },
  });
}

function refuseMixedKinds(tiers: readonly Tier[]): void {
  const other = tiers.findIndex((tier) => (tier.rate === undefined) !== (tiers[0]?.rate === undefined));
  if (other < 0) return;
  throw new RuleViolation('tier-kinds-mixed', {
    message: 'Some tiers of this clause have a rate and others an amount per copy: give all of them the same',
    pointer: `/${other}`,
  });
}

function checkCeilings(tiers: readonly Tier[]): void {
  tiers.forEach((tier, index) => {
    const isLast = index === tiers.length - 1;
    const below = tiers[index - 1]?.upTo ?? 0;
    if (isLast && tier.upTo !== undefined) {
      throw new RuleViolation('tiers-no-open-end', {
        message: `Nothing says what is due above ${tier.upTo} copies: the last tier must have no ceiling`,
        pointer: `/${index}/upTo`,
        values: { upTo: tier.upTo },
      });
    }
    if (!isLast && (tier.upTo === undefined || tier.upTo <= below)) {
      throw new RuleViolation('tiers-not-rising', {
        message: `Ceilings must rise: ${tier.upTo ?? 'an open end'} comes after ${below}`,
        pointer: `/${index}/upTo`,
        values: { upTo: tier.upTo ?? '', below },
      });
    }
  });
}
