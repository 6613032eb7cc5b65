export type * from './covering-data';
export { coveringDefinition, coveringPdf } from './covering-pdf';
