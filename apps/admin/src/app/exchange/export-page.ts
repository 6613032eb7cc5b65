import { Component } from '@angular/core';
import { Icon } from '@colophon/ui/icon';
import { Section } from '@colophon/ui/record';
import { TranslocoPipe } from '@jsverse/transloco';

/** A house owns its data: all of it, whenever it likes. */
@Component({
  selector: 'co-export-page',
  imports: [Icon, Section, TranslocoPipe],
  template: `
    <header class="page-head">
      <h1>{{ 'exchange.exports.title' | transloco }}</h1>
      <p class="lede">{{ 'exchange.exports.lede' | transloco }}</p>
    </header>
    <ui-section [heading]="'exchange.exports.everything' | transloco">
      <p>{{ 'exchange.exports.everythingHelp' | transloco }}</p>
      <p class="small soft">{{ 'exchange.exports.secrets' | transloco }}</p>
      <a class="button primary" download href="/api/exports/everything">
        <ui-icon name="download" />{{ 'exchange.exports.act' | transloco }}
      </a>
    </ui-section>
    <ui-section [heading]="'exchange.exports.lists' | transloco">
      <p>{{ 'exchange.exports.listsHelp' | transloco }}</p>
    </ui-section>
  `,
  styles: `
    p {
      max-width: 68ch;
    }

    ui-section {
      display: block;
      margin-bottom: 24px;
    }
  `,
  host: { class: 'page' },
})
export class ExportPage {}
