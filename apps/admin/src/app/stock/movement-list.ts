import { Dialog } from '@angular/cdk/dialog';
import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MovementRow } from '@colophon/api-client';
import { CellTemplate, DataList } from '@colophon/ui/data-list';
import { Toasts } from '@colophon/ui/toast';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Session } from '../platform/session/session';
import type { movementSource } from './movement-source';
import { SignedQuantity } from './signed-quantity';
import { UndoDialog } from './undo-dialog';

/** Movements, the latest first. Each that was typed here can be undone once, by its opposite. */
@Component({
  selector: 'co-movement-list',
  imports: [CellTemplate, DataList, RouterLink, SignedQuantity, TranslocoPipe],
  templateUrl: './movement-list.html',
  styleUrl: './movement-list.css',
})
export class MovementList {
  readonly source = input.required<ReturnType<typeof movementSource>>();
  readonly changed = output();
  private readonly dialog = inject(Dialog);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly mayWrite = inject(Session).may('stock.write');

  protected async undo(movement: MovementRow): Promise<void> {
    const ref = this.dialog.open<boolean>(UndoDialog, { data: movement, backdropClass: 'veil' });
    if (!(await firstValueFrom(ref.closed))) return;
    this.toasts.done(this.transloco.translate('stock.undo.done'));
    this.source().reload();
    this.changed.emit();
  }
}
