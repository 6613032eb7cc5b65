export { Chart, type ChartData, type Series } from './chart';
