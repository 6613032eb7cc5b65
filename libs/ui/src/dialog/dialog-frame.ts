import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, input } from '@angular/core';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';

/** The sheet of a dialog: heading, content, and acts in the slot `acts`. Opened with CDK's `Dialog` and `backdropClass: 'veil'`. */
@Component({
  selector: 'ui-dialog-frame',
  imports: [Icon, TranslocoPipe],
  template: `
    <header>
      <h2>{{ heading() }}</h2>
      <button type="button" class="button plain icon" [attr.aria-label]="'ui.close' | transloco" (click)="ref.close()">
        <ui-icon name="close" />
      </button>
    </header>
    <div class="body"><ng-content /></div>
    <footer class="acts"><ng-content select="[slot=acts]" /></footer>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      width: min(480px, calc(100vw - 32px));
      max-height: calc(100dvh - 64px);
      border: 1px solid var(--rule-strong);
      border-radius: 8px;
      background: var(--paper-raised);
      box-shadow: var(--lift);
    }

    :host(.wide) {
      width: min(860px, calc(100vw - 32px));
    }

    header {
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 12px 12px 0 20px;
    }

    h2 {
      flex: 1;
      font-family: var(--serif);
    }

    .body {
      padding: 8px 20px 16px;
      overflow: auto;
    }

    .acts {
      justify-content: flex-end;
      padding: 12px 20px;
      border-top: 1px solid var(--rule);
    }

    .acts:not(:has(*)) {
      display: none;
    }
  `,
})
export class DialogFrame {
  readonly heading = input.required<string>();
  protected readonly ref = inject(DialogRef);
}
