import { stockProblems } from './problems';

/** @throws movement-in-future */
export function refuseFutureMove(date: string, today: string, pointer: string): void {
  if (date > today) throw stockProblems.at(pointer, 'movement-in-future');
}
