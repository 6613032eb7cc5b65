import { printRunProblems } from './problems';

/** @throws print-run-date-in-future */
export function refuseFuture(date: string, today: string, pointer: string): void {
  if (date > today) throw printRunProblems.at(pointer, 'print-run-date-in-future');
}

/** @throws print-run-dates-inverted */
export function refuseInverted(before: string | null, date: string, pointer: string): void {
  if (before !== null && date < before) throw printRunProblems.at(pointer, 'print-run-dates-inverted', { before });
}
