export { RECORD_SECTIONS, type RecordSection } from './record-section';
export { RecordSections } from './record-sections';
