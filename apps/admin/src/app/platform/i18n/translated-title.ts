import { Injectable, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';
import { Locale } from '@colophon/ui/locale';
import { TranslocoService } from '@jsverse/transloco';

/** A route's `title` is a translation key; pages of one record set their own with `PageTitle`. */
@Injectable()
export class TranslatedTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  private readonly key = signal('');

  constructor() {
    super();
    effect(() => {
      this.locale.lang();
      const key = this.key();
      if (key) this.title.setTitle(`${this.transloco.translate(key)} · Colophon`);
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.key.set('');
    this.key.set(this.buildTitle(state) ?? 'platform.product');
    this.title.setTitle(`${this.transloco.translate(this.key())} · Colophon`);
  }
}
