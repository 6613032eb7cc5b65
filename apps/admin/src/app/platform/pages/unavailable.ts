import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** The API did not answer while a page was being opened. */
@Component({
  selector: 'co-unavailable',
  imports: [TranslocoPipe],
  host: { class: 'page' },
  template: `
    <main>
      <h1>{{ 'platform.unavailable.title' | transloco }}</h1>
      <p class="soft">{{ 'platform.unavailable.text' | transloco }}</p>
      <button type="button" class="button primary" (click)="retry()">{{ 'ui.retry' | transloco }}</button>
    </main>
  `,
  styles: `
    main {
      display: flex;
      flex-direction: column;
      gap: 12px;
      align-items: flex-start;
      max-width: 560px;
      margin: 12vh auto 0;
    }
  `,
})
export class Unavailable {
  /** The address still is the page that was asked for. */
  protected retry(): void {
    location.reload();
  }
}
