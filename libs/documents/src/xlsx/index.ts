export {
  copiesCell,
  copiesFormula,
  dateCell,
  empty,
  emptyStrong,
  headCell,
  moneyCell,
  moneyFormula,
  priceCell,
  rateCell,
  text,
  type SheetCell,
  type SheetFormula,
} from './cells';
export { SheetRows, sumOf, type Sheet } from './sheet';
export { writeWorkbook, type WorkbookIdentity } from './workbook';
