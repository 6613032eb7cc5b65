import { inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { Ask } from '@colophon/ui/dialog';
import { TranslocoService } from '@jsverse/transloco';
import type { Editing } from './editing';

/** `canDeactivate: [unsavedGuard]` on every route whose page has an `editing`. */
export const unsavedGuard: CanDeactivateFn<{ readonly editing: Editing }> = (page) => {
  if (!page.editing.dirty()) return true;
  const transloco = inject(TranslocoService);
  return inject(Ask).confirm({
    title: transloco.translate('ui.unsaved.title'),
    text: transloco.translate('ui.unsaved.text'),
    act: transloco.translate('ui.unsaved.leave'),
  });
};
