export { CellFault, cellFaultCodes, type CellFaultCode } from './cell-fault';
export {
  choiceWords,
  readChoice,
  readCountry,
  readLanguage,
  readOpenChoice,
  type ChoiceName,
  type ChoiceOf,
} from './choices';
export { columnsOfKind, fileKinds, type ColumnSpec, type FileKind } from './columns';
export { readDate, readPeriod } from './dates';
export { foldText } from './fold';
export {
  lostDigits,
  readAmount,
  readDecimal,
  readRate,
  readSignedWholeNumber,
  readTrimSize,
  readWholeNumber,
} from './numbers';
export { nameKey, readPeople, readPerson, type NamedPerson } from './people';
export { recogniseTable, type RecognisedColumn, type RecognisedTable } from './recognise';
export { readPaymentTerms, readShares, readTiers } from './tiers';
export { readYesNo } from './yes-no';
