export { Explain } from './explain';
export { Explained } from './explain-dialog';
export type { ExplainNode } from './explain-node';
