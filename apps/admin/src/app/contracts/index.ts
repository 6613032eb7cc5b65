export { ClauseSentence, type SpokenClause } from './clause-sentence';
