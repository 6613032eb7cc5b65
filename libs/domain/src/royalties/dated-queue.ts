const none: readonly never[] = [];

/** Facts waiting for the first statement whose date is not before their own, however late they were entered. */
export class DatedQueue<T extends { readonly date: string }> {
  private waiting: T[] = [];
  private taken = 0;
  private isSorted = true;

  add(fact: T): void {
    const last = this.waiting.at(-1);
    if (last && last.date > fact.date) this.isSorted = false;
    this.waiting.push(fact);
  }

  /** Takes out every fact dated on or before `date`, by date, then by entry. */
  takeUntil(date: string): readonly T[] {
    if (this.taken === this.waiting.length) return none;
    this.sortRest();
    const start = this.taken;
    while (this.taken < this.waiting.length && (this.waiting[this.taken] as T).date <= date) this.taken += 1;
    return this.waiting.slice(start, this.taken);
  }

  private sortRest(): void {
    if (this.isSorted) return;
    this.waiting = this.waiting.slice(this.taken).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    this.taken = 0;
    this.isSorted = true;
  }
}
