import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, type ParamMap } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { ListOptions, ListPage } from './list-options';
import { ListPreferences } from './list-preferences';

const PAGE = 50;

/** Makes the source of a `<ui-data-list>`; call it in a field initialiser of the page. */
export function dataList<R extends { readonly id: number }>(options: ListOptions<R>): ListSource<R> {
  return new ListSource(options);
}

/** The rows of a list endpoint. Search, filters and sort live in the address, so that a list can be sent to a colleague. */
export class ListSource<R extends { readonly id: number }> {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly address = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  readonly preferences: ListPreferences;

  readonly query = computed(() => this.address().get('q') ?? '');
  readonly sort = computed(() => this.address().get('sort') ?? this.options.sort ?? '');
  readonly filters = computed(() => chosenFilters(this.options, this.address()));
  readonly params = computed(() => this.wireParams(), { equal: sameParams });
  readonly narrowed = computed(() => this.query() !== '' || Object.keys(this.filters()).length > 0);

  private readonly first = httpResource<ListPage<R>>(() => ({
    url: this.options.url,
    params: { ...this.params(), limit: PAGE },
  }));
  readonly error = this.first.error;
  readonly loading = this.first.isLoading;
  readonly loadingMore = signal(false);
  /** The last answer stays on the page while the next is on its way: no flicker as one types. */
  private readonly shown = linkedSignal<ListPage<R> | undefined, ListPage<R> | undefined>({
    source: () => (this.first.hasValue() ? this.first.value() : undefined),
    computation: (page, previous) => page ?? previous?.value,
  });
  private readonly more = linkedSignal<unknown, readonly ListPage<R>[]>({
    source: () => this.shown(),
    computation: () => [],
  });
  readonly rows = computed(() => [...(this.shown()?.items ?? []), ...this.more().flatMap((page) => page.items)]);
  readonly cursor = computed(() => (this.more().at(-1) ?? this.shown())?.nextCursor ?? null);
  readonly ready = computed(() => this.shown() !== undefined);
  readonly total = computed(() => this.shown()?.total ?? 0);
  readonly capped = computed(() => this.shown()?.totalIsCapped ?? false);
  readonly totals = computed(() => this.shown()?.totals);

  constructor(readonly options: ListOptions<R>) {
    this.preferences = new ListPreferences(options.name, options.columns);
  }

  /** The columns shown, in their order. */
  readonly columns = computed(() =>
    this.options.columns.filter((column) => !this.preferences.hidden().has(column.key)),
  );

  search(text: string): void {
    this.go({ q: text.trim() || null });
  }

  /** Ascending, then descending, then the list's own order. */
  sortBy(key: string): void {
    const next = this.sort() === key ? `-${key}` : this.sort() === `-${key}` ? null : key;
    this.go({ sort: next });
  }

  filter(key: string, values: readonly string[]): void {
    this.go({ [key]: values.join(',') || null });
  }

  clear(): void {
    const keys = (this.options.filters ?? []).map((filter) => filter.key);
    this.go(Object.fromEntries(['q', ...keys].map((key) => [key, null])));
  }

  reload(): void {
    this.first.reload();
  }

  async loadMore(): Promise<void> {
    const cursor = this.cursor();
    if (!cursor || this.loadingMore()) return;
    this.loadingMore.set(true);
    try {
      const asked = this.shown();
      const params = { ...this.params(), limit: PAGE, cursor };
      const page = await firstValueFrom(this.http.get<ListPage<R>>(this.options.url, { params }));
      if (this.shown() === asked) this.more.update((pages) => [...pages, page]);
    } finally {
      this.loadingMore.set(false);
    }
  }

  /** Where exactly what is shown can be downloaded: same filters, same order, same columns. */
  exportUrl(format: 'csv' | 'xlsx'): string {
    const columns = this.columns()
      .map((column) => column.key)
      .join(',');
    return `${this.options.url}/export?${new URLSearchParams({ format, ...this.params(), columns })}`;
  }

  private wireParams(): Record<string, string> {
    const given = this.options.params?.() ?? {};
    const filters = Object.fromEntries(Object.entries(this.filters()).map(([key, values]) => [key, values.join(',')]));
    return {
      ...given,
      ...filters,
      ...(this.query() && { q: this.query() }),
      ...(this.sort() && { sort: this.sort() }),
    };
  }

  private go(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}

function chosenFilters(options: ListOptions<never>, address: ParamMap): Record<string, string[]> {
  const chosen = (options.filters ?? []).flatMap((filter): [string, string[]][] => {
    const text = address.get(filter.key);
    return text ? [[filter.key, text.split(',')]] : [];
  });
  return Object.fromEntries(chosen);
}

function sameParams(a: Record<string, string>, b: Record<string, string>): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
