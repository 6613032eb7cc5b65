import { DIALOG_DATA, Dialog } from '@angular/cdk/dialog';
import { Component, inject, input } from '@angular/core';
import { DialogFrame } from '@colophon/ui/dialog';
import { Icon } from '@colophon/ui/icon';
import { Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { Explain } from './explain';
import type { ExplainNode } from './explain-node';

@Component({
  selector: 'ui-explain-dialog',
  imports: [DialogFrame, Explain, TranslocoPipe],
  template: `
    <ui-dialog-frame class="wide" [heading]="'ui.explain.title' | transloco"
      ><ui-explain [node]="node"
    /></ui-dialog-frame>
  `,
})
export class ExplainDialog {
  protected readonly node = inject<ExplainNode>(DIALOG_DATA);
}

/** An amount that opens on its sum: `<ui-explained [node]="trace" />`. */
@Component({
  selector: 'ui-explained',
  imports: [Icon, Money, TranslocoPipe],
  template: `
    <button type="button" [title]="'ui.explain.open' | transloco" (click)="open()">
      <ui-icon name="sum" /><ui-money [value]="node().amount" />
      <span class="visually-hidden">, {{ 'ui.explain.open' | transloco }}</span>
    </button>
  `,
  styles: `
    button {
      display: inline-flex;
      gap: 4px;
      align-items: center;
      min-height: 24px;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      cursor: pointer;
    }

    ui-icon {
      width: 12px;
      height: 12px;
      color: var(--accent);
    }

    button:hover ui-money {
      color: var(--accent);
      text-decoration: underline;
    }
  `,
})
export class Explained {
  readonly node = input.required<ExplainNode>();
  private readonly dialog = inject(Dialog);

  protected open(): void {
    this.dialog.open(ExplainDialog, { data: this.node(), backdropClass: 'veil' });
  }
}
