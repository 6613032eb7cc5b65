import { Component, DestroyRef, ElementRef, effect, inject, input, signal, viewChild } from '@angular/core';
import { Locale, formatMoney, formatNumber } from '@colophon/ui/locale';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Chart as ChartJs } from 'chart.js';
import { settingsOf } from './chart-settings';

/** One series: values are the wire's decimal strings or counts; a chart shows them and adds nothing. */
export interface Series {
  readonly label: string;
  readonly values: readonly (string | number)[];
  /** A token's name where the series has a meaning: "late", "due"; else inks are given in order. */
  readonly ink?: 'accent' | 'ink-soft' | 'due' | 'late' | 'done' | 'blocked' | 'rule-strong';
}

export interface ChartData {
  readonly kind: 'bar' | 'stacked' | 'line' | 'horizontal';
  readonly unit: 'money' | 'quantity';
  readonly labels: readonly string[];
  readonly series: readonly Series[];
}

/** A quiet chart with an accessible name, and the same figures as a table one click away. */
@Component({
  selector: 'ui-chart',
  imports: [TranslocoPipe],
  templateUrl: './chart.html',
  styleUrl: './chart.css',
})
export class Chart {
  readonly data = input.required<ChartData>();
  /** What the chart says, in a sentence. */
  readonly label = input.required<string>();
  readonly height = input(240);
  protected readonly asTable = signal(false);
  private readonly locale = inject(Locale);
  private readonly canvas = viewChild<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly dark = signal(0);
  private drawn?: ChartJs;

  constructor() {
    effect((onCleanup) => {
      const canvas = this.canvas()?.nativeElement;
      const settings = { data: this.data(), tag: this.locale.tag(), round: this.dark() };
      if (!canvas) return;
      let left = false;
      onCleanup(() => (left = true));
      void import('./draw-chart').then(({ draw }) => {
        if (left) return;
        this.drawn?.destroy();
        this.drawn = draw(canvas, settingsOf(settings.data, settings.tag));
      });
    });
    const scheme = window.matchMedia?.('(prefers-color-scheme: dark)');
    const redraw = () => this.dark.update((round) => round + 1);
    scheme?.addEventListener('change', redraw);
    const theme = new MutationObserver(redraw);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    inject(DestroyRef).onDestroy(() => {
      scheme?.removeEventListener('change', redraw);
      theme.disconnect();
      this.drawn?.destroy();
    });
  }

  protected figure(value: string | number | undefined): string {
    if (value === undefined) return '—';
    const tag = this.locale.tag();
    return this.data().unit === 'money' ? formatMoney(String(value), tag) : formatNumber(value, tag);
  }
}
