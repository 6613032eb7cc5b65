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
  priceFormula,
  rateCell,
  text,
  type SheetCell,
  type SheetFormula,
} from './cells';
export { SheetRows, sumOf, type Sheet } from './sheet';
export { quotedName, writeWorkbook, type WorkbookIdentity } from './workbook';
