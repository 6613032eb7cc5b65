/** A line of the table: what was measured, beside what the same machine reached by other means in the same run. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** What it is compared with, measured in the same run; empty where the goal is absolute. */
  readonly baseline: string;
  readonly ratio: string;
  readonly goal: string;
  readonly isMet: boolean | undefined;
}

/** What each benchmark is given. */
export interface Bench {
  /** Small sizes, to see that it runs: the figures mean nothing. */
  readonly isQuick: boolean;
  /** The embedded server, as the role of the application. */
  readonly serverUrl: string;
  /** Emptied afterwards. */
  readonly folder: string;
  /** Told what goes on, outside the table. */
  readonly log: (sentence: string) => void;
}

export type Benchmark = (bench: Bench) => Promise<Figure[]>;

/** A figure with its ratio: ours over the baseline's, where less is better. */
export function timesBaseline(
  what: string,
  figures: { ours: number; baseline: number; unit: string; most: number },
): Figure {
  const { ours, baseline, unit, most } = figures;
  return {
    what,
    measured: `${short(ours)} ${unit}`,
    baseline: `${short(baseline)} ${unit}`,
    ratio: `×${short(ours / baseline)}`,
    goal: `≤ ×${most}`,
    isMet: ours / baseline <= most,
  };
}

/** A figure with a goal of its own. */
export function absolute(what: string, figures: { ours: number; unit: string; most: number }): Figure {
  const { ours, unit, most } = figures;
  return {
    what,
    measured: `${short(ours)} ${unit}`,
    baseline: '',
    ratio: '',
    goal: `< ${most} ${unit}`,
    isMet: ours < most,
  };
}

/** A figure that is told without a goal. */
export function told(what: string, measured: string, rest: { baseline?: string; ratio?: string } = {}): Figure {
  return { what, measured, baseline: rest.baseline ?? '', ratio: rest.ratio ?? '', goal: '', isMet: undefined };
}

/** Three figures at most are worth reading. */
export function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
