import { Directive, TemplateRef, ViewContainerRef, effect, inject, input } from '@angular/core';
import { Session } from './session';

/** `<a *hasPermission="'parties.write'">`: there only for who may. The API refuses all the same. */
// eslint-disable-next-line @angular-eslint/directive-selector -- reads as a word where it is used: *hasPermission="'parties.write'"
@Directive({ selector: '[hasPermission]' })
export class HasPermission {
  readonly hasPermission = input.required<string>();
  private readonly session = inject(Session);
  private readonly template = inject<TemplateRef<unknown>>(TemplateRef);
  private readonly view = inject(ViewContainerRef);

  constructor() {
    effect(() => {
      const may = this.session.may(this.hasPermission());
      if (may && this.view.length === 0) this.view.createEmbeddedView(this.template);
      else if (!may) this.view.clear();
    });
  }
}
