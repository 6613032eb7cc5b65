import type { Tx } from '../../../platform/database/database';
import type { ClosingRecord } from '../../records';
import type { ContractRow } from '../../facts/scope';
import type { CheckPlace } from './check-list-dto';

/** What the checks look at: the closing as it would be, and the contracts that it would state. */
export interface CheckContext {
  readonly tx: Tx;
  readonly closing: ClosingRecord;
  /** All that it computes with, and those that it states. */
  readonly scope: readonly ContractRow[];
  readonly stated: readonly ContractRow[];
  readonly locale: 'fr' | 'en';
}

/** The places at fault; empty where all is well. */
export type Check = (context: CheckContext) => Promise<CheckPlace[]>;

export const statedIds = ({ stated }: CheckContext): number[] => stated.map(({ id }) => id);
