import { DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, ElementRef, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import { debounceTime } from 'rxjs';
import { commands, iconOf, type Found } from './commands';
import { Languages } from '../i18n/languages';
import { Navigation } from '../shell/navigation';

interface SearchHit {
  readonly type: string;
  readonly id: number;
  readonly label: string;
  readonly detail: string | null;
  readonly url: string;
}

const LEAST = 2;

/** Ctrl-K: three letters to any record, page or act. */
@Component({
  selector: 'co-palette',
  imports: [Icon, TranslocoPipe],
  templateUrl: './palette.html',
  styleUrl: './palette.css',
})
export class Palette {
  private readonly ref = inject(DialogRef);
  private readonly router = inject(Router);
  private readonly navigation = inject(Navigation);
  private readonly languages = inject(Languages);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');

  protected readonly icon = iconOf;
  protected readonly typed = signal('');
  private readonly asked = toSignal(toObservable(this.typed).pipe(debounceTime(120)), { initialValue: '' });
  protected readonly answer = httpResource<{ items: SearchHit[] }>(() =>
    this.asked().trim().length >= LEAST ? { url: '/api/search', params: { q: this.asked().trim() } } : undefined,
  );
  private readonly hits = linkedSignal<SearchHit[] | undefined, SearchHit[]>({
    source: () =>
      this.asked().trim().length < LEAST ? [] : this.answer.hasValue() ? this.answer.value().items : undefined,
    computation: (items, previous) => items ?? previous?.value ?? [],
  });
  protected readonly found = computed<readonly Found[]>(() => [
    ...this.hits().map((hit): Found => ({ kind: hit.type, label: hit.label, detail: hit.detail ?? '', url: hit.url })),
    ...commands(this.navigation, this.languages.lang(), this.typed()),
  ]);
  protected readonly active = linkedSignal({ source: () => this.found(), computation: () => 0 });

  protected key(event: KeyboardEvent): void {
    const count = this.found().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (count) this.active.update((at) => (at + step + count) % count);
      this.list().nativeElement.children[this.active()]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.go(this.found()[this.active()]);
    }
  }

  protected go(found: Found | undefined): void {
    if (!found) return;
    this.ref.close();
    void this.router.navigateByUrl(found.url);
  }
}
