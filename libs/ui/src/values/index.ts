export { Copyable } from './copyable';
export { hyphenateIsbn } from './isbn-text';
export { DateText, IsbnText, Money, Percent, Quantity } from './values';
