import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Navigation } from '../shell/navigation';

@Component({
  selector: 'co-forbidden',
  imports: [RouterLink, TranslocoPipe],
  host: { class: 'page' },
  template: `
    <h1>{{ 'platform.forbidden.title' | transloco }}</h1>
    <p class="soft">{{ 'platform.forbidden.text' | transloco }}</p>
    <p>
      <a class="button" [routerLink]="navigation.start()">{{ 'platform.backHome' | transloco }}</a>
    </p>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 12px;
      align-items: flex-start;
      padding-top: 12vh;
      max-width: 560px;
    }
  `,
})
export class Forbidden {
  protected readonly navigation = inject(Navigation);
}
