import { Injectable, effect, signal } from '@angular/core';

export type Theme = 'system' | 'light' | 'dark';

const KEPT = 'colophon.theme';

/** Light, dark, or as the system says; kept on this machine. `theme.js` applies it before the first paint. */
@Injectable({ providedIn: 'root' })
export class ThemeChoice {
  readonly theme = signal<Theme>(kept());

  constructor() {
    effect(() => {
      const theme = this.theme();
      if (theme === 'system') delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = theme;
    });
  }

  choose(theme: Theme): void {
    this.theme.set(theme);
    localStorage.setItem(KEPT, theme);
  }
}

function kept(): Theme {
  const value = localStorage.getItem(KEPT);
  return value === 'light' || value === 'dark' ? value : 'system';
}
