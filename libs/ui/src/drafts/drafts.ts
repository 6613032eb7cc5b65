import { Injectable } from '@angular/core';

interface Draft {
  readonly at: string;
  readonly value: unknown;
}

const PREFIX = 'colophon.draft.';
const KEPT_DAYS = 14;

/** Unsaved work kept on this machine. Losing storage loses only the convenience, so its refusals are silent. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  keep(key: string, value: unknown): void {
    try {
      localStorage.setItem(PREFIX + key, JSON.stringify({ at: new Date().toISOString(), value } satisfies Draft));
    } catch {
      // Storage full or refused.
    }
  }

  find(key: string): Draft | null {
    try {
      const draft = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as Draft | null;
      return draft && fresh(draft.at) ? draft : null;
    } catch {
      return null;
    }
  }

  drop(key: string): void {
    localStorage.removeItem(PREFIX + key);
  }

  /** On signing out: the next person at this desk must not find somebody's work. */
  dropAll(): void {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .forEach((key) => localStorage.removeItem(key));
  }
}

function fresh(at: string): boolean {
  return Date.now() - Date.parse(at) < KEPT_DAYS * 24 * 3600 * 1000;
}
