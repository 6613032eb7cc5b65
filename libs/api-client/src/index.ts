export type * from './types.generated';
