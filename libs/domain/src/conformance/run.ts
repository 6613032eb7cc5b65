/**
 * The command that runs files of cases, without its files and without its process: texts in, lines and exit code out.
 *
 * A reader of the output may be a program, so whatever is wrong with a file is one line, never a stack trace.
 */
import { firstDifference } from './compare';
import { computeCase } from './compute-case';
import type { Result } from './results';

/** A file as read; without `text` when it could not be, and `problem` says why. */
export interface CaseFile {
  readonly name: string;
  readonly text?: string;
  readonly problem?: string;
}

export interface RunOutcome {
  readonly output: string;
  readonly errors: readonly string[];
  readonly exitCode: 0 | 1;
}

interface FoundCase {
  readonly id: string;
  readonly value: unknown;
}

interface FoundCases {
  readonly cases: readonly FoundCase[];
  /** One sentence for each file that holds no list of cases. */
  readonly problems: readonly { readonly file: string; readonly sentence: string }[];
}

/** `PASS id` or `FAIL id: …` a line, then `N passed, N failed`; exit code 1 when any failed. */
export function checkFiles(files: readonly CaseFile[]): RunOutcome {
  const { cases, problems } = findCases(files);
  const failures = problems.map(({ file, sentence }) => `FAIL ${file}: ${sentence}`);
  const verdicts = cases.map(({ id, value }) => {
    const failure = failureOf(value);
    return failure === undefined ? `PASS ${id}` : `FAIL ${id}: ${failure}`;
  });
  const lines = [...failures, ...verdicts];
  const failed = lines.filter((line) => line.startsWith('FAIL ')).length;
  const summary = `${lines.length - failed} passed, ${failed} failed`;
  return { output: [...lines, summary].join('\n'), errors: [], exitCode: failed > 0 ? 1 : 0 };
}

/** A JSON array of `{ id, result }`, in file order; exit code 1 when a file could not be read. */
export function printFiles(files: readonly CaseFile[]): RunOutcome {
  const { cases, problems } = findCases(files);
  const results = cases.map(({ id, value }) => ({ id, result: resultOf(value) }));
  return {
    output: JSON.stringify(results, null, 2),
    errors: problems.map(({ file, sentence }) => `${file}: ${sentence}`),
    exitCode: problems.length > 0 ? 1 : 0,
  };
}

function failureOf(value: unknown): string | undefined {
  const expected = (value as { readonly expected?: unknown } | null)?.expected;
  const wantsRefusal = (expected as { readonly refused?: unknown } | null | undefined)?.refused === true;
  return unlessBroken(
    (message) => message,
    () => {
      const result = computeCase(value);
      if (wantsRefusal) return 'refused' in result ? undefined : 'refused: expected true got a result';
      if ('refused' in result) return `refused: ${result.reason}`;
      if (expected === undefined) return 'expected: expected a member "expected" got nothing';
      return firstDifference(expected, result);
    },
  );
}

function resultOf(value: unknown): Result {
  return unlessBroken(
    (reason): Result => ({ refused: true, reason }),
    () => computeCase(value),
  );
}

/** A fault of ours is one line too, so that the other cases still run; it never counts as a refusal that was expected. */
function unlessBroken<T>(say: (sentence: string) => T, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    return say(`internal error: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function findCases(files: readonly CaseFile[]): FoundCases {
  const cases: FoundCase[] = [];
  const problems: { file: string; sentence: string }[] = [];
  for (const file of files) {
    const found = readCases(file);
    if (typeof found === 'string') problems.push({ file: file.name, sentence: found });
    else cases.push(...found);
  }
  return { cases, problems };
}

/** The cases of a file, or the sentence that says why there are none. */
function readCases({ name, text, problem }: CaseFile): readonly FoundCase[] | string {
  if (text === undefined) return problem ?? 'can not be read';
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return `is not JSON: ${(error as Error).message.split('\n')[0]}`;
  }
  if (!Array.isArray(parsed)) return 'is not a list of cases';
  return parsed.map((value: unknown, index) => {
    const id = (value as { readonly id?: unknown } | null)?.id;
    return { id: typeof id === 'string' && id !== '' ? id : `${name}#${index + 1}`, value };
  });
}
