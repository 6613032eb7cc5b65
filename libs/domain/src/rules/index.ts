export { ruleCodes, type RuleCode } from './rule-codes';
export { RuleViolation, pointAt, within, type RuleDetails } from './rule-violation';
export { assert, known } from './assert';
export { givenText, quoted } from './quoted';
