import { Injectable, signal } from '@angular/core';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly meaning: 'done' | 'late';
  readonly act?: { readonly label: string; readonly run: () => void };
}

const SECONDS = 1000;

/** Short words after an act: saved, undone, refused. Errors stay until they are read. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  readonly shown = signal<readonly Toast[]>([]);
  private last = 0;

  done(text: string, act?: Toast['act']): void {
    const id = this.show({ text, meaning: 'done', ...(act && { act }) });
    setTimeout(() => this.dismiss(id), (act ? 10 : 5) * SECONDS);
  }

  failed(text: string): void {
    this.show({ text, meaning: 'late' });
  }

  dismiss(id: number): void {
    this.shown.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }

  private show(toast: Omit<Toast, 'id'>): number {
    const id = ++this.last;
    this.shown.update((toasts) => [...toasts.filter((other) => other.text !== toast.text).slice(-2), { ...toast, id }]);
    return id;
  }
}
