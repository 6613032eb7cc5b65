export { facts, figure, head, numberHead, strongFigure, strongWords, table, twoLines, words } from './cells';
export { legalIdentity, pageFoot, rule, runningHead } from './foot';
export { checkLogo, houseAddress, houseMark, logoImages } from './letterhead';
export { missingNote } from './missing-note';
export { accentOf, INK, MUTED, RULE, WASH } from './palette';
export { defaultStyle, MARGINS, MEASURE, PAGE_WIDTH, styles, SUM_MARGIN } from './styles';
