export { Locale, type Lang } from './locale';
export { formatDate, formatMoment, formatMoney, formatNumber, formatPercent } from './format';
