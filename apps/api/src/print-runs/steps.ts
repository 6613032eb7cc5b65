import { movePrintRun, type PrintRunStatus } from '@colophon/domain/print-runs';

const forward: readonly PrintRunStatus[] = ['planned', 'ordered', 'delivered', 'accepted'];

/**
 * The steps from one status to a later one: a small printer delivers what was never ordered here, so several steps may be
 * taken in one go.
 * @returns undefined where `to` does not lie ahead
 */
export function stepsTo(from: PrintRunStatus, to: PrintRunStatus): readonly PrintRunStatus[] | undefined {
  const start = forward.indexOf(from);
  const end = forward.indexOf(to);
  return start < 0 || end <= start ? undefined : forward.slice(start + 1, end + 1);
}

/** Takes every step between by the domain's rules. @throws print-run-transition-refused */
export function walk(from: PrintRunStatus, to: PrintRunStatus): PrintRunStatus {
  return (stepsTo(from, to) ?? [to]).reduce<PrintRunStatus>((status, step) => movePrintRun(status, step), from);
}
