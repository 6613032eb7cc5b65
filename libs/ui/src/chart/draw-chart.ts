import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
);

/** In a file of its own, so that Chart.js is loaded with the first chart and never before. */
export function draw(canvas: HTMLCanvasElement, settings: ChartConfiguration): Chart {
  return new Chart(canvas, settings);
}
