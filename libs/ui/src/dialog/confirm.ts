import { DIALOG_DATA, Dialog, DialogRef } from '@angular/cdk/dialog';
import { Component, Injectable, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { DialogFrame } from './dialog-frame';

/** What is asked before an act that matters. The button names the act; `consequences` says what cannot be undone. */
export interface Question {
  readonly title: string;
  readonly text?: string;
  readonly consequences?: readonly string[];
  readonly act: string;
  readonly danger?: boolean;
}

@Component({
  selector: 'ui-confirm',
  imports: [DialogFrame, TranslocoPipe],
  template: `
    <ui-dialog-frame [heading]="question.title">
      @if (question.text) {
        <p>{{ question.text }}</p>
      }
      @if (question.consequences; as consequences) {
        <ul>
          @for (line of consequences; track line) {
            <li>{{ line }}</li>
          }
        </ul>
      }
      <ng-container slot="acts">
        <button type="button" class="button" (click)="ref.close(false)">{{ 'ui.cancel' | transloco }}</button>
        <button type="button" class="button primary" [class.danger]="question.danger" (click)="ref.close(true)">
          {{ question.act }}
        </button>
      </ng-container>
    </ui-dialog-frame>
  `,
  styles: `
    ul {
      margin-top: 8px;
      padding-left: 18px;
      list-style: '–  ';
    }
  `,
})
export class Confirm {
  protected readonly question = inject<Question>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
}

/** Asks, and answers true only when the act was chosen. */
@Injectable({ providedIn: 'root' })
export class Ask {
  private readonly dialog = inject(Dialog);

  async confirm(question: Question): Promise<boolean> {
    const ref = this.dialog.open<boolean>(Confirm, {
      data: question,
      backdropClass: 'veil',
      role: 'alertdialog',
      ariaLabel: question.title,
    });
    return (await firstValueFrom(ref.closed)) ?? false;
  }
}
