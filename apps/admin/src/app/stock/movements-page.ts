import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { MovementList } from './movement-list';
import { movementSource } from './movement-source';

@Component({
  selector: 'co-movements-page',
  imports: [MovementList, TranslocoPipe],
  template: `
    <header class="page-head">
      <h1>{{ 'stock.movements' | transloco }}</h1>
      <p class="lede">{{ 'stock.movementsLede' | transloco }}</p>
    </header>
    <co-movement-list [source]="source" />
  `,
  host: { class: 'page' },
})
export class MovementsPage {
  protected readonly source = movementSource();
}
