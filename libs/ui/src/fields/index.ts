export { readDecimal, writeDecimal } from './decimal-text';
export { Field } from './field';
export { IbanInput, IsbnInput } from './code-inputs';
export { MoneyInput, PercentInput, QuantityInput } from './number-inputs';
export { Picker, type Choice } from './picker';
