export { CellTemplate } from './cell';
export { DataList } from './data-list';
export {
  isFigure,
  type Column,
  type ColumnKind,
  type Filter,
  type FilterOption,
  type ListOptions,
  type ListPage,
} from './list-options';
export { dataList, type ListSource } from './list-source';
