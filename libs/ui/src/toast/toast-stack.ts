import { Component, inject } from '@angular/core';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { Toasts, type Toast } from './toasts';

/** Where toasts appear; put once in the shell. */
@Component({
  selector: 'ui-toast-stack',
  imports: [Icon, TranslocoPipe],
  template: `
    <div class="stack" role="log" aria-live="polite" [attr.aria-label]="'ui.messages' | transloco">
      @for (toast of toasts.shown(); track toast.id) {
        <div class="toast" [class]="toast.meaning">
          <ui-icon [name]="toast.meaning === 'done' ? 'check' : 'alert'" />
          <span>{{ toast.text }}</span>
          @if (toast.act; as act) {
            <button type="button" class="act" (click)="run(toast)">{{ act.label }}</button>
          }
          <button
            type="button"
            class="act"
            [attr.aria-label]="'ui.close' | transloco"
            (click)="toasts.dismiss(toast.id)"
          >
            <ui-icon name="close" />
          </button>
        </div>
      }
    </div>
  `,
  styles: `
    .stack {
      position: fixed;
      z-index: 1100;
      right: 24px;
      bottom: 24px;
      display: flex;
      flex-direction: column;
      gap: 8px;
      max-width: min(440px, calc(100vw - 32px));
    }

    .toast {
      display: flex;
      align-items: center;
      gap: 10px;
      padding: 8px 8px 8px 12px;
      border-radius: 7px;
      background: var(--ink);
      color: var(--paper);
      box-shadow: var(--lift);
    }

    .toast span {
      flex: 1;
    }

    .act {
      display: inline-flex;
      min-height: 28px;
      align-items: center;
      padding: 0 6px;
      border: 0;
      border-radius: 4px;
      background: none;
      color: inherit;
      font: inherit;
      font-weight: var(--strong);
      cursor: pointer;
    }

    .act:hover {
      background: color-mix(in srgb, var(--paper) 18%, transparent);
    }

    .act:focus-visible {
      outline-color: var(--paper);
    }

    @media (max-width: 767px) {
      .stack {
        right: 16px;
        bottom: 72px;
      }
    }

    @media print {
      .stack {
        display: none;
      }
    }
  `,
})
export class ToastStack {
  protected readonly toasts = inject(Toasts);

  protected run(toast: Toast): void {
    toast.act?.run();
    this.toasts.dismiss(toast.id);
  }
}
