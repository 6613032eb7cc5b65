/**
 * Which copies fall into which tier.
 *
 * What people get wrong: the counter goes on across print runs and periods, and returns go back the way sales came: the
 * last tier reached is left first. Below zero copies the first tier's rate applies.
 */
import type { Tier } from '../contracts';

/** Copies in one tier; below zero when the counter goes down. */
export interface TierStep {
  readonly tier: number;
  readonly copies: number;
}

/**
 * The steps from `counter` over `copies` copies, in the order in which the counter passes them. Every copy is in exactly
 * one step. Worked example: tiers to 3000 and above, counter 2500, 1500 copies: 500 in the first, 1000 in the second.
 */
export function walkTiers(tiers: readonly Tier[], counter: number, copies: number): TierStep[] {
  if (copies === 0) return [];
  const low = copies < 0 ? counter + copies : counter;
  const high = copies < 0 ? counter : counter + copies;
  const steps: TierStep[] = [];
  for (let tier = 0; tier < tiers.length; tier += 1) {
    const floor = tier === 0 ? -Infinity : (tiers[tier - 1]?.upTo ?? Infinity);
    const ceiling = tiers[tier]?.upTo ?? Infinity;
    const inside = Math.min(high, ceiling) - Math.max(low, floor);
    if (inside > 0) steps.push({ tier, copies: copies < 0 ? -inside : inside });
    if (high <= ceiling) break;
  }
  return copies < 0 ? steps.reverse() : steps;
}

/** The only tier that `copies` copies from `counter` on are in, as most runs have one; undefined where there are more. */
export function onlyTierOf(tiers: readonly Tier[], counter: number, copies: number): number | undefined {
  const low = copies < 0 ? counter + copies : counter;
  const high = copies < 0 ? counter : counter + copies;
  for (let tier = 0; tier < tiers.length; tier += 1) {
    const ceiling = tiers[tier]?.upTo ?? Infinity;
    if (high <= ceiling) return tier;
    if (low < ceiling) return undefined;
  }
  return undefined;
}
