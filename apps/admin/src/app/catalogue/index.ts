export { LANGUAGES } from './works/work-draft';
