export { stockEquation, type StockEquation, type StockFigures, type StockStep } from './equation';
