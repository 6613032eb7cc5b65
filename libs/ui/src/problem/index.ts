export { problemOf, type Problem, type ProblemEntry } from './problem';
export { ProblemNotice } from './problem-notice';
