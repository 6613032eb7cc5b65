import { formatMoney, formatNumber } from '@colophon/ui/locale';
import type { ChartConfiguration } from 'chart.js';
import type { ChartData, Series } from './chart';

const INKS: readonly NonNullable<Series['ink']>[] = ['accent', 'rule-strong', 'ink-soft', 'blocked', 'due', 'done'];

/** Quiet axes, no legend for one series, figures in the reader's language, colours from the tokens. */
export function settingsOf(data: ChartData, tag: string): ChartConfiguration {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colour = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const settings = build(data, { tag, colour });
  probe.remove();
  return settings;
}

interface Look {
  readonly tag: string;
  readonly colour: (token: string) => string;
}

function build(data: ChartData, look: Look): ChartConfiguration {
  const horizontal = data.kind === 'horizontal';
  return {
    type: data.kind === 'line' ? 'line' : 'bar',
    data: { labels: [...data.labels], datasets: data.series.map((series, at) => dataset(series, at, look)) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: horizontal ? 'y' : 'x',
      interaction: { mode: 'index', intersect: false, axis: horizontal ? 'y' : 'x' },
      plugins: { legend: legend(data, look), tooltip: tooltip(data, look) },
      scales: {
        [horizontal ? 'x' : 'y']: valueAxis(data, look),
        [horizontal ? 'y' : 'x']: nameAxis(data, look),
      },
    },
  };
}

function dataset(series: Series, at: number, { colour }: Look) {
  const ink = colour(series.ink ?? INKS[at % INKS.length] ?? 'accent');
  return {
    label: series.label,
    data: series.values.map(Number),
    backgroundColor: ink,
    borderColor: ink,
    borderWidth: 1.5,
    borderRadius: 2,
    maxBarThickness: 36,
    pointRadius: 2,
  };
}

function legend(data: ChartData, { colour }: Look) {
  return {
    display: data.series.length > 1,
    align: 'start' as const,
    labels: { color: colour('ink-soft'), boxWidth: 10, boxHeight: 10, font: font() },
  };
}

function tooltip(data: ChartData, { tag }: Look) {
  return {
    callbacks: {
      label: (item: { datasetIndex: number; dataIndex: number }) => {
        const series = data.series[item.datasetIndex];
        return `${series?.label ?? ''} ${figure(data, series?.values[item.dataIndex] ?? 0, tag)}`;
      },
    },
    titleFont: font(),
    bodyFont: font(),
  };
}

function valueAxis(data: ChartData, { tag, colour }: Look) {
  return {
    stacked: data.kind === 'stacked',
    beginAtZero: true,
    border: { display: false },
    grid: { color: colour('rule') },
    ticks: {
      color: colour('ink-faint'),
      font: font(),
      maxTicksLimit: 5,
      callback: (value: string | number) => formatNumber(String(value), tag, 2),
    },
  };
}

function nameAxis(data: ChartData, { colour }: Look) {
  return {
    stacked: data.kind === 'stacked',
    border: { color: colour('rule-strong') },
    grid: { display: false },
    ticks: { color: colour('ink-soft'), font: font() },
  };
}

function figure(data: ChartData, value: string | number, tag: string): string {
  return data.unit === 'money' ? formatMoney(String(value), tag) : formatNumber(value, tag);
}

function font() {
  return { family: getComputedStyle(document.body).fontFamily, size: 12 };
}
