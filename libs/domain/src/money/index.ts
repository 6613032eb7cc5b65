export { Rational, decimalsOf, divideRoundingHalfAwayFromZero, placeDecimalPoint } from './rational';
export { Money, centsToText, roundShareToCents, roundToCents } from './money';
export { Rate } from './rate';
export { splitByLargestRemainder } from './split';
export { parseQuantity } from './quantity';
