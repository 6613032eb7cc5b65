import { HttpErrorResponse } from '@angular/common/http';
import { problemOf } from '@colophon/ui/problem';

/**
 * A refusal as one of the whole form, above its fields. A field that was refused blocks the form until it is typed
 * anew; what is mended elsewhere (by a tick that overrides, say) must not be blocked.
 */
export function asWholeRefusal(error: unknown): unknown {
  if (!(error instanceof HttpErrorResponse)) return error;
  const { errors: _errors, ...problem } = problemOf(error);
  return new HttpErrorResponse({ error: problem, status: error.status, statusText: error.statusText });
}
