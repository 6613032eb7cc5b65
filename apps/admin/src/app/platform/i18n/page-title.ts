import { Injectable, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';

/** The window's title of a page that shows one record: the record's own name. */
@Injectable({ providedIn: 'root' })
export class PageTitle {
  private readonly title = inject(Title);

  set(name: string): void {
    this.title.setTitle(`${name} · Colophon`);
  }
}
