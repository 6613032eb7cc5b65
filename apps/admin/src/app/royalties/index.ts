export { payerNode, withholdingNodes } from './explain/explain-withholding';
export { injectExplainWriter, type ExplainWriter } from './explain/explain-writer';
