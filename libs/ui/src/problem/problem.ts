import { HttpErrorResponse } from '@angular/common/http';

/** One entry of a 422, pointing at the member it is about. */
export interface ProblemEntry {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** What the API answers when it refuses (RFC 9457), already in the reader's language. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly id?: string;
  readonly errors?: readonly ProblemEntry[];
}

/** The problem behind any thrown value; status 0 and code `unreachable` when no answer came. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof HttpErrorResponse)) return { status: 0, code: 'unexpected', title: String(error) };
  const body: unknown = error.error;
  if (isProblem(body)) return body;
  if (error.status === 0 || error.status === 502 || error.status === 504) {
    return { status: 0, code: 'unreachable', title: error.statusText };
  }
  return { status: error.status, code: 'unexpected', title: error.statusText };
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'status' in body;
}
