import { Injectable, inject, signal } from '@angular/core';
import { frenchSpaces } from '@colophon/domain/typography';
import { Locale, type Lang } from '@colophon/ui/locale';
import { TranslocoService, type Translation } from '@jsverse/transloco';

const KEPT = 'colophon.lang';

/** What every page needs, loaded before the first. */
const ALWAYS = ['ui', 'platform'];

/**
 * The language of the interface. Words are kept one file a feature and a language (`i18n/fr/print-runs.json` holds the
 * keys `printRuns.*`); a feature's routes load theirs before its first page is shown.
 */
@Injectable({ providedIn: 'root' })
export class Languages {
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  private readonly loaded = new Set<string>(ALWAYS);
  readonly lang = this.locale.lang;
  readonly switching = signal(false);

  async start(): Promise<void> {
    await this.apply(kept());
  }

  /** Loads one feature's words in the current language. */
  async load(feature: string): Promise<void> {
    if (this.loaded.has(feature)) return;
    this.add(this.lang(), feature, await words(this.lang(), feature));
    this.loaded.add(feature);
  }

  async use(lang: Lang): Promise<void> {
    this.switching.set(true);
    try {
      await this.apply(lang);
      localStorage.setItem(KEPT, lang);
    } finally {
      this.switching.set(false);
    }
  }

  private async apply(lang: Lang): Promise<void> {
    const features = [...this.loaded];
    const files = await Promise.all(features.map((feature) => words(lang, feature)));
    features.forEach((feature, at) => this.add(lang, feature, files[at] ?? {}));
    this.locale.lang.set(lang);
    this.transloco.setActiveLang(lang);
    document.documentElement.lang = lang;
  }

  private add(lang: Lang, feature: string, translation: Translation): void {
    this.transloco.setTranslation({ [camelCase(feature)]: translation }, lang, { merge: true });
  }
}

async function words(lang: Lang, feature: string): Promise<Translation> {
  const file = (await import(`../../../i18n/${lang}/${feature}.json`)) as { default: Translation };
  return lang === 'fr' ? typeset(file.default) : file.default;
}

function typeset(translation: Translation): Translation {
  return Object.fromEntries(
    Object.entries(translation).map(([key, value]: [string, string | Translation]) => [
      key,
      typeof value === 'string' ? frenchSpaces(value) : typeset(value),
    ]),
  );
}

function kept(): Lang {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'fr';
  } catch {
    return 'fr';
  }
}

export function camelCase(feature: string): string {
  return feature.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
