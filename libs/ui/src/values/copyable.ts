import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** Text that one click copies, with a word that says it was done. */
@Component({
  selector: 'ui-copyable',
  imports: [TranslocoPipe],
  template: `
    <button type="button" [title]="'ui.copy' | transloco" (click)="copy($event)">
      {{ text() }}<span class="visually-hidden">, {{ 'ui.copy' | transloco }}</span>
    </button>
    <span class="said" role="status">{{ copied() ? ('ui.copied' | transloco) : '' }}</span>
  `,
  styles: `
    :host {
      position: relative;
      display: inline-block;
      max-width: 100%;
      white-space: nowrap;
    }

    button {
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      white-space: inherit;
      overflow-wrap: inherit;
      cursor: copy;
      text-align: inherit;
    }

    button:hover {
      text-decoration: underline dotted;
      text-underline-offset: 0.2em;
    }

    .said:not(:empty) {
      position: absolute;
      z-index: 2;
      bottom: calc(100% + 2px);
      left: 0;
      padding: 2px 6px;
      border-radius: 4px;
      background: var(--ink);
      color: var(--paper);
      font-size: var(--text-s);
      white-space: nowrap;
    }
  `,
})
export class Copyable {
  readonly text = input.required<string>();
  /** What is put on the clipboard when it is not the text itself (an ISBN without its hyphens, say). */
  readonly copies = input<string>();
  protected readonly copied = signal(false);
  private readonly clipboard = inject(Clipboard);

  protected copy(event: Event): void {
    event.stopPropagation();
    if (!this.clipboard.copy(this.copies() ?? this.text())) return;
    this.copied.set(true);
    setTimeout(() => this.copied.set(false), 1200);
  }
}
