import { Component } from '@angular/core';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { fileKinds } from './import-words';

/** A file to fill in for each kind, for those who begin without one. */
@Component({
  selector: 'co-import-templates',
  imports: [Icon, TranslocoPipe],
  template: `
    <ul>
      @for (kind of kinds; track kind) {
        <li>
          <span class="what">
            <span class="strong">{{ 'exchange.kinds.' + kind | transloco }}</span>
            <span class="small soft">{{ 'exchange.kindHelp.' + kind | transloco }}</span>
          </span>
          <span class="acts">
            @for (format of formats; track format) {
              <a class="button plain" download [href]="'/api/imports/templates/' + kind + '.' + format">
                <ui-icon name="download" />{{ format.toUpperCase() }}
                <span class="visually-hidden">, {{ 'exchange.kinds.' + kind | transloco }}</span>
              </a>
            }
          </span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 16px;
      padding: 8px 0;
      border-bottom: 1px solid var(--rule);
    }

    .what {
      display: grid;
      flex: 1 1 260px;
    }
  `,
})
export class Templates {
  protected readonly kinds = fileKinds;
  protected readonly formats = ['xlsx', 'csv'];
}
