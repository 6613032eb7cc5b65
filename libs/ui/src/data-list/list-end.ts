import { Component, DestroyRef, ElementRef, afterNextRender, inject, input, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ListSource } from './list-source';

/** The end of what is loaded: loads more when it comes into view, and by a button for who does not scroll. */
@Component({
  selector: 'ui-list-end',
  imports: [TranslocoPipe],
  template: `
    <div #mark></div>
    @if (source().cursor()) {
      <button type="button" class="button plain" [disabled]="source().loadingMore()" (click)="more()">
        {{ (source().loadingMore() ? 'ui.list.loading' : 'ui.list.more') | transloco }}
      </button>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 8px 0;
      text-align: center;
    }
  `,
})
export class ListEnd {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- only asks for more, whatever the rows are
  readonly source = input.required<ListSource<any>>();
  private readonly mark = viewChild.required<ElementRef<HTMLElement>>('mark');

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      if (!('IntersectionObserver' in window)) return;
      const observer = new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && this.more(),
        { rootMargin: '600px' },
      );
      observer.observe(this.mark().nativeElement);
      destroyed.onDestroy(() => observer.disconnect());
    });
  }

  protected more(): void {
    void this.source().loadMore();
  }
}
