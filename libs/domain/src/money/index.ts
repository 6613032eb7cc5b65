export { Rational, divideRoundingHalfAwayFromZero, placeDecimalPoint } from './rational';
export { Money, roundToCents } from './money';
export { Rate } from './rate';
export { splitByLargestRemainder } from './split';
export { parseQuantity } from './quantity';
