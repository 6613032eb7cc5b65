import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Languages } from '../i18n/languages';

/** The title page before the book: the product's name or the house's, one form, the language. */
@Component({
  selector: 'co-sign-frame',
  imports: [TranslocoPipe],
  template: `
    <main>
      <p class="name serif">{{ name() || 'Colophon' }}</p>
      <hr />
      <h1>{{ heading() }}</h1>
      <ng-content />
    </main>
    <footer>
      <span class="serif">{{ 'platform.signIn.motto' | transloco }}</span>
      <button type="button" class="button plain" [lang]="other()" (click)="languages.use(other())">
        {{ other() === 'en' ? 'English' : 'Français' }}
      </button>
    </footer>
  `,
  styleUrl: './sign-frame.css',
})
export class SignFrame {
  readonly heading = input.required<string>();
  /** Of the house, where its authors come in; the product's otherwise. */
  readonly name = input('');
  protected readonly languages = inject(Languages);
  protected readonly other = () => (this.languages.lang() === 'fr' ? 'en' : 'fr');
}
