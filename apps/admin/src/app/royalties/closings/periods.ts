/** A period that can be closed. `half` is absent for a whole year. */
export interface Period {
  readonly year: number;
  readonly half?: 1 | 2;
  readonly from: string;
  readonly to: string;
}

/** Both days included, `YYYY-MM-DD`; they compare as text. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const BEGINNINGS = { 1: '01-01', 2: '07-01' } as const;
const ENDS = { 1: '06-30', 2: '12-31' } as const;

/**
 * The half-years and years over and not closed in any part, the latest first: the first is what a house most likely
 * means to close. Then the half-year that is running, for who closes before its end.
 */
export function suggestPeriods(today: string, closed: readonly Span[]): Period[] {
  const year = Number(today.slice(0, 4));
  const free = [year, year - 1]
    .flatMap((each) => [half(each, 2), half(each, 1), whole(each)])
    .filter((period) => !closed.some((span) => span.from <= period.to && period.from <= span.to));
  const over = free.filter((period) => period.to < today);
  const running = free.filter((period) => period.half && period.from <= today && today <= period.to);
  return [...over, ...running].slice(0, MOST);
}

const MOST = 4;

function half(year: number, number: 1 | 2): Period {
  return { year, half: number, from: `${year}-${BEGINNINGS[number]}`, to: `${year}-${ENDS[number]}` };
}

function whole(year: number): Period {
  return { year, from: `${year}-${BEGINNINGS[1]}`, to: `${year}-${ENDS[2]}` };
}
