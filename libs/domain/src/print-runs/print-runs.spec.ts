import * as fc from 'fast-check';
import { Rate } from '../money';
import { breakDownRun, canMovePrintRun, movePrintRun, printRunStatuses, printRunTransitions } from '.';

const none = { authorCopies: 0, legalDeposit: 0, reviewCopies: 0, reviewCopiesPercent: Rate.zero };

describe('the copies that bear a royalty', () => {
  it.each([
    [3000, { authorCopies: 20, legalDeposit: 2, reviewCopiesPercent: Rate.parse('3') }, 2888],
    [1333, { reviewCopiesPercent: Rate.parse('3') }, 1294],
    [1000, { reviewCopiesPercent: Rate.parse('2.55') }, 975],
    [80, { authorCopies: 100 }, 0],
    [0, { authorCopies: 100 }, 0],
    [500, {}, 500],
  ])('of %i accepted', (accepted, excluded, bearing) => {
    expect(breakDownRun(accepted, { ...none, ...excluded }).bearing).toBe(bearing);
  });

  it('are never more than those accepted, and all of them are accounted for', () => {
    const copies = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(
        copies,
        copies,
        copies,
        copies,
        fc.integer({ min: 0, max: 100 }),
        (accepted, author, deposit, review, percent) => {
          const excluded = {
            authorCopies: author,
            legalDeposit: deposit,
            reviewCopies: review,
            reviewCopiesPercent: Rate.parse(String(percent)),
          };
          const run = breakDownRun(accepted, excluded);
          const free = author + deposit + review + run.reviewCopiesOfPercent;
          expect(run.bearing).toBe(Math.max(0, accepted - free));
          expect(run.reviewCopiesOfPercent * 100).toBeLessThanOrEqual(accepted * percent);
          expect((run.reviewCopiesOfPercent + 1) * 100).toBeGreaterThan(accepted * percent);
        },
      ),
    );
  });

  it.each([-1, 0.5, Number.NaN])('refuses %p copies', (accepted) => {
    expect(() => breakDownRun(accepted, none)).toThrow(expect.objectContaining({ code: 'quantity-malformed' }));
  });
});

describe('the life of a print run', () => {
  it('goes from planned to accepted, step by step', () => {
    expect(
      ['ordered', 'delivered', 'accepted'].reduce(
        (from, to) => movePrintRun(from as 'planned', to as 'ordered'),
        'planned',
      ),
    ).toBe('accepted');
  });

  it('is over when the run is accepted', () => {
    expect(printRunStatuses.filter((to) => canMovePrintRun('accepted', to))).toEqual([]);
    expect(() => movePrintRun('accepted', 'planned')).toThrow(
      expect.objectContaining({ code: 'print-run-transition-refused' }),
    );
  });

  it('skips nothing', () => {
    expect(canMovePrintRun('planned', 'accepted')).toBe(false);
    expect(canMovePrintRun('ordered', 'accepted')).toBe(false);
    expect(printRunTransitions.delivered).toEqual(['accepted', 'ordered']);
  });
});
