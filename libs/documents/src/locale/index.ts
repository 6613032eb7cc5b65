export type { Decimal, IsoDate, IsoInstant, Locale } from './locale';
export { addsUp, decimalParts, isNegative, isZero, negated } from './decimal';
export { formatAmount, formatCopies, formatDecimal, formatMoney, formatMovement, formatRate, THIN } from './numbers';
export { frenchWords } from './french-words';
export { formatLongDate, formatPeriod, formatShortDate } from './dates';
export { formatIban, formatIsbn, formatSiren, formatSiret } from './identifiers';
