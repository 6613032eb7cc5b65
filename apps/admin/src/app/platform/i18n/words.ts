import { inject } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { Languages } from './languages';

/** `resolve: { words: words('print-runs') }` on a feature's parent route: its words are there before its pages. */
export function words(...features: string[]): ResolveFn<boolean> {
  return async () => {
    const languages = inject(Languages);
    await Promise.all(features.map((feature) => languages.load(feature)));
    return true;
  };
}
