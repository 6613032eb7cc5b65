export { recordAt } from './record-resolver';
export { between, check, percentage } from './rules';
export { orEmpty, orNull } from './wire-text';
export { asWholeRefusal } from './whole-refusal';
