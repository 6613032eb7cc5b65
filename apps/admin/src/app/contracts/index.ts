export { AlertList } from './alert-list';
export { ClauseSentence, type SpokenClause } from './clause-sentence';
