import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Todo } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { Section } from '@colophon/ui/record';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../platform/session/session';

/** What one must hold to do each thing that waits: a reader is not told of what somebody else has to do. */
const permissionFor: Readonly<Record<Todo['kind'], string>> = {
  'house-incomplete': 'settings.write',
  'runs-to-accept': 'print-runs.accept',
  'runs-to-close': 'royalties.close',
  'closings-to-finish': 'royalties.close',
  'gaps-to-explain': 'royalties.close',
  'contracts-to-activate': 'contracts.write',
  'authors-without-tax-profile': 'parties.write',
  'invoices-to-post': 'sales.post',
  'author-questions': 'royalties.write',
  'mails-failed': 'mail.write',
  'mails-waiting-for-a-server': 'mail.write',
};

/** What waits for the reader, each a sentence with its count that leads where it is done. */
@Component({
  selector: 'co-todo-list',
  imports: [Icon, RouterLink, Section, TranslocoPipe],
  template: `
    <ui-section [heading]="'overview.todos.heading' | transloco">
      <ul>
        @for (todo of mine(); track todo.kind) {
          <li>
            <a [routerLink]="todo.path" [queryParams]="todo.query">
              <ui-icon name="right" />
              {{
                'overview.todos.' + todo.kind + (todo.count === 1 ? '.one' : '.many') | transloco: { count: todo.count }
              }}
            </a>
          </li>
        } @empty {
          <li class="soft"><ui-icon name="check" /> {{ 'overview.todos.none' | transloco }}</li>
        }
      </ul>
    </ui-section>
  `,
  styles: `
    ul {
      columns: 2;
      column-gap: 40px;
    }

    li {
      break-inside: avoid;
      border-bottom: 1px solid var(--rule);
    }

    li.soft,
    a {
      display: flex;
      gap: 8px;
      align-items: center;
      min-height: var(--row);
      padding: 4px 0;
    }

    a {
      color: var(--ink);
      text-decoration: none;
    }

    a:hover {
      color: var(--accent);
      text-decoration: underline;
    }

    ui-icon {
      flex: none;
      color: var(--accent);
    }

    @media (max-width: 1023px) {
      ul {
        columns: 1;
      }
    }
  `,
})
export class TodoList {
  readonly todos = input.required<readonly Todo[]>();
  private readonly session = inject(Session);
  protected readonly mine = computed(() =>
    this.todos()
      .filter((todo) => this.session.may(permissionFor[todo.kind]))
      .map((todo) => ({ ...todo, ...addressOf(todo.url) })),
  );
}

/** "/contrats?status=draft" → its path and its query, as the router wants them. */
function addressOf(url: string): { readonly path: string; readonly query: Record<string, string> } {
  const [path = '', query = ''] = url.split('?');
  return { path, query: Object.fromEntries(new URLSearchParams(query)) };
}
