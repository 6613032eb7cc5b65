import { Component, computed, inject } from '@angular/core';
import { Icon } from '@colophon/ui/icon';
import { Locale } from '@colophon/ui/locale';
import { Section } from '@colophon/ui/record';
import { RunPage } from '@colophon/ui/run';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { BringFiles } from './bring-files';
import { DropFiles } from './drop-files';
import { importSteps } from './import-steps';
import { Templates } from './templates';

/** The first step of an import: files as they are, or a template to fill in. */
@Component({
  selector: 'co-new-import',
  imports: [DropFiles, Icon, RunPage, Section, Templates, TranslocoPipe],
  providers: [BringFiles],
  template: `
    <ui-run-page
      [heading]="'exchange.imports.new' | transloco"
      [lede]="'exchange.imports.newLede' | transloco"
      [steps]="steps()"
      at="files"
    >
      @if (bringing.problem(); as problem) {
        <div class="notice late" role="alert">
          <ui-icon name="alert" />
          <div>
            <p class="strong">{{ problem.title }}</p>
            <p>{{ 'exchange.drop.nothing' | transloco }}</p>
          </div>
        </div>
      }
      <co-drop-files [busy]="bringing.sending()" (files)="bringing.bring($event)" />
      <ui-section [heading]="'exchange.templates.title' | transloco">
        <p class="soft lede">{{ 'exchange.templates.lede' | transloco }}</p>
        <co-import-templates />
      </ui-section>
    </ui-run-page>
  `,
  styles: `
    .notice {
      margin-bottom: 16px;
    }

    co-drop-files {
      display: block;
      margin-bottom: 24px;
    }

    .lede {
      max-width: 68ch;
    }
  `,
})
export class NewImport {
  private readonly locale = inject(Locale);
  private readonly transloco = inject(TranslocoService);
  protected readonly bringing = inject(BringFiles);
  protected readonly steps = computed(() => this.locale.lang() && importSteps(this.transloco));
}
