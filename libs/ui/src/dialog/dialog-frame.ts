import { DialogRef } from '@angular/cdk/dialog';
import { Component, ElementRef, afterNextRender, inject, input } from '@angular/core';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';

/** The sheet of a dialog: heading, content, and acts in the slot `acts`. Opened with CDK's `Dialog` and `backdropClass: 'veil'`. */
@Component({
  selector: 'ui-dialog-frame',
  imports: [Icon, TranslocoPipe],
  template: `
    <div class="head">
      <h2 [id]="id">{{ heading() }}</h2>
      <button type="button" class="button plain icon" [attr.aria-label]="'ui.close' | transloco" (click)="ref.close()">
        <ui-icon name="close" />
      </button>
    </div>
    <div class="body"><ng-content /></div>
    <div class="acts"><ng-content select="[slot=acts]" /></div>
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

    .head {
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
  private static last = 0;
  readonly heading = input.required<string>();
  protected readonly ref = inject(DialogRef);
  protected readonly id = `dialog-${++DialogFrame.last}`;

  constructor() {
    const frame = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => frame.closest('[role=dialog]')?.setAttribute('aria-labelledby', this.id));
  }
}
