import { absolute, told, short, type Bench, type Figure } from './figure';
import { mixedHouse } from './mixed-house';
import { measure, type Measured } from './royalty-engine';

/** CPU seconds of the royalty engine, and whether twice the house takes twice the time (royalty-engine.ts). */
export function benchmarkRoyalties(bench: Bench): Promise<Figure[]> {
  measure(0.1);
  const scales = bench.isQuick ? [0.1, 0.2] : [1, 2, 4];
  const turns = bench.isQuick ? 1 : 5;
  const [first, ...larger] = scales.map((scale) => {
    const runs = Array.from({ length: scale === 1 ? turns : Math.min(turns, 3) }, () => measure(scale));
    bench.log(`×${scale}: ${runs.map(({ seconds }) => short(seconds)).join(', ')} s of CPU`);
    // What else the machine does can only add to it.
    return { scale, seconds: Math.min(...runs.map(({ seconds }) => seconds)), runLines: runs[0]?.runLines ?? 0 };
  });
  if (!first) return Promise.resolve([]);
  const mixed = scales.map((scale) => {
    const runs = Array.from({ length: bench.isQuick ? 1 : 3 }, () => measure(scale, mixedHouse));
    bench.log(`all bases ×${scale}: ${runs.map(({ seconds }) => short(seconds)).join(', ')} s of CPU`);
    return { scale, ...runs.reduce((least, run) => (run.seconds < least.seconds ? run : least)) };
  });
  return Promise.resolve([
    absolute(`engine, CPU for ${first.runLines} run-lines (least of ${turns})`, {
      ours: first.seconds,
      unit: 's',
      most: 1,
    }),
    ...larger.map(({ scale, seconds, runLines }) => growth({ scale, seconds, runLines }, first)),
    ...mixed.map((house) => mixedFigure(house, mixed[0] ?? house)),
  ]);
}

/** Linear time is the same time for each statement. */
function mixedFigure({ scale, seconds, statements }: Sized, first: Sized): Figure {
  const ratio = seconds / statements / (first.seconds / first.statements);
  return told(`all bases mixed ×${scale}, ${statements} statements`, `${short(seconds)} s`, {
    baseline: scale === first.scale ? '' : `${short(first.seconds)} s at ×${first.scale}`,
    ratio: scale === first.scale ? '' : `×${short(ratio)} a statement`,
  });
}

type Sized = Measured & { readonly scale: number };

/** Linear time is the same time for each run-line. */
function growth(
  { scale, seconds, runLines }: { scale: number; seconds: number; runLines: number },
  first: { seconds: number; runLines: number },
): Figure {
  const ratio = seconds / runLines / (first.seconds / first.runLines);
  return told(`engine ×${scale}, ${runLines} run-lines`, `${short(seconds)} s`, {
    baseline: `${short(first.seconds)} s at ×1`,
    ratio: `×${short(ratio)} a line`,
  });
}
