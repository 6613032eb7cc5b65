export { payerNode, withholdingNodes } from './explain/explain-withholding';
export { injectExplainWriter, type ExplainWriter } from './explain/explain-writer';
export { explainStatement, type ExplainedStatement } from './explain/explain-statement';
export { namesOf, type Statement } from './statements/statement';
export { sumRows, type SumRow } from './statements/sum-rows';
