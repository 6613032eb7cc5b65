export { writeListWorkbook, type ListCell, type ListColumn, type ListColumnType } from './list-workbook';
