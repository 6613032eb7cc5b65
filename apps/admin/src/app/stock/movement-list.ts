import { Component, inject, input } from '@angular/core';
import { Dialog } from '@angular/cdk/dialog';
import type { MovementRow } from '@colophon/api-client';
import { CellTemplate, DataList, dataList } from '@colophon/ui/data-list';
import { Icon } from '@colophon/ui/icon';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { Session } from '../platform/session/session';
import { MOVEMENT_KINDS } from './movement';
import { SignedQuantity } from './signed-quantity';
import { UndoDialog } from './undo-dialog';

/** Movements, the latest first: of the whole house, or of one edition. Each can be undone once, by its opposite. */
@Component({
  selector: 'co-movement-list',
  imports: [CellTemplate, DataList, Icon, RouterLink, SignedQuantity, TranslocoPipe],
  templateUrl: './movement-list.html',
  styleUrl: './movement-list.css',
})
export class MovementList {
  /** Only this edition's; all where absent. */
  readonly editionId = input<number>();
  readonly changed = output();
  private readonly dialog = inject(Dialog);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly mayWrite = inject(Session).may('stock.write');

  protected readonly list = dataList<MovementRow>({
    name: 'stock-movements',
    url: '/api/stock/movements',
    sort: '-movedOn',
    link: (row) => ['/stock/titres', row.editionId],
    params: (): Readonly<Record<string, string>> => {
      const id = this.editionId();
      return id === undefined ? {} : { editionId: String(id) };
    },
    columns: [
      { key: 'title', label: 'stock.bookTitle', value: (row) => row.title },
      { key: 'movedOn', label: 'stock.movedOn', value: (row) => row.movedOn, kind: 'date', sort: true },
      { key: 'kind', label: 'stock.kind', value: (row) => row.kind },
      { key: 'copies', label: 'stock.copies', value: (row) => row.copies, kind: 'quantity', narrow: 'end' },
      { key: 'document', label: 'stock.document', value: (row) => row.invoiceNumber ?? row.printRunNumber },
      { key: 'reason', label: 'stock.reason', value: (row) => row.reason },
      { key: 'actor', label: 'stock.actor', value: (row) => row.actor, narrow: 'none' },
    ],
    filters: [
      {
        key: 'kind',
        label: 'stock.kind',
        single: true,
        options: MOVEMENT_KINDS.map((value) => ({ value, label: `stock.kinds.${value}` })),
      },
    ],
  });

  reload(): void {
    this.list.reload();
  }

  protected async undo(movement: MovementRow): Promise<void> {
    const ref = this.dialog.open<boolean>(UndoDialog, { data: movement, backdropClass: 'veil' });
    if (!(await firstValueFrom(ref.closed))) return;
    this.toasts.done(this.transloco.translate('stock.undo.done'));
    this.list.reload();
    this.changed.emit();
  }
}
