import type { FieldTree, ValidationError } from '@angular/forms/signals';
import type { Problem } from '@colophon/ui/problem';

/** The API's refusals placed at the fields their JSON pointers name; those that name none are left out. */
export function errorsOf(problem: Problem, form: FieldTree<unknown>): ValidationError.WithOptionalFieldTree[] {
  return (problem.errors ?? []).flatMap((entry) => {
    const fieldTree = fieldAt(form, entry.pointer);
    return fieldTree ? [{ fieldTree, kind: entry.code, message: entry.detail }] : [];
  });
}

/** "/contacts/0/email" → form.contacts[0].email, or null when the form has no such field. */
function fieldAt(form: FieldTree<unknown>, pointer: string): FieldTree<unknown> | null {
  const keys = pointer.split('/').filter(Boolean);
  if (keys.length === 0) return null;
  let at: unknown = form;
  for (const key of keys) {
    at = (at as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')];
    if (typeof at !== 'function') return null;
  }
  return at as FieldTree<unknown>;
}
