import { Component } from '@angular/core';
import { DialogFrame } from '@colophon/ui/dialog';
import { TranslocoPipe } from '@jsverse/transloco';

/** What the keys do, on `?`. */
@Component({
  selector: 'co-keyboard-help',
  imports: [DialogFrame, TranslocoPipe],
  template: `
    <ui-dialog-frame [heading]="'platform.keyboard.title' | transloco">
      <table class="plain">
        <tbody>
          @for (line of lines; track line.keys) {
            <tr>
              <th scope="row">
                @for (key of line.keys.split(' '); track key) {
                  <kbd>{{ key }}</kbd>&nbsp;
                }
              </th>
              <td>{{ 'platform.keyboard.' + line.says | transloco }}</td>
            </tr>
          }
        </tbody>
      </table>
    </ui-dialog-frame>
  `,
})
export class KeyboardHelp {
  protected readonly lines = [
    { keys: 'Ctrl K', says: 'palette' },
    { keys: '/', says: 'search' },
    { keys: 'j k', says: 'rows' },
    { keys: '↵', says: 'open' },
    { keys: 'x', says: 'select' },
    { keys: 'n', says: 'new' },
    { keys: 'Ctrl S', says: 'save' },
    { keys: '?', says: 'help' },
  ];
}
