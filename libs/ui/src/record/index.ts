export { Detail, Details } from './details';
export { Fact, RecordHeader } from './record-header';
export { Section } from './section';
