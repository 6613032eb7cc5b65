import { HttpClient } from '@angular/common/http';
import { DestroyRef, computed, effect, inject, signal, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** A long work of the API. */
export interface Task {
  readonly id: number;
  readonly kind: string;
  readonly label: string;
  readonly status: 'queued' | 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number | null;
  readonly result: Record<string, unknown> | null;
  readonly problem: Record<string, unknown> | null;
}

const SOON_MS = 400;
const CALM_MS = 2000;

/** Follows a task until it ends, more calmly as it lasts. Leaving the page stops the asking, never the work. */
export function followTask(id: Signal<number | null>): {
  readonly task: Signal<Task | null>;
  readonly ended: Signal<boolean>;
} {
  const http = inject(HttpClient);
  const task = signal<Task | null>(null);
  const ended = computed(() => ['done', 'failed'].includes(task()?.status ?? ''));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  const ask = async (wanted: number, turn: number, wait: number): Promise<void> => {
    const answer = await firstValueFrom(http.get<Task>(`/api/tasks/${wanted}`)).catch(() => null);
    if (turn !== round) return;
    if (answer) task.set(answer);
    if (!ended()) timer = setTimeout(() => void ask(wanted, turn, Math.min(wait * 1.3, CALM_MS)), wait);
  };
  effect(() => {
    const wanted = id();
    clearTimeout(timer);
    round += 1;
    task.set(null);
    if (wanted !== null) void ask(wanted, round, SOON_MS);
  });
  inject(DestroyRef).onDestroy(() => {
    round += 1;
    clearTimeout(timer);
  });
  return { task: task.asReadonly(), ended };
}
