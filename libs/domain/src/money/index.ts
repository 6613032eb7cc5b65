export {
  Rational,
  decimalsOf,
  divideRoundingHalfAwayFromZero,
  placeDecimalPoint,
  placeDecimalPointInWhole,
} from './rational';
export { Money, centsToText, roundShareToCents, roundToCents, wholeCentsToText } from './money';
export { Rate } from './rate';
export { splitByLargestRemainder } from './split';
export { parseQuantity } from './quantity';
