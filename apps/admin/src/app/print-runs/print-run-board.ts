import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PrintRunPage } from '@colophon/api-client';
import { DateText, Quantity } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PrintRunStatus } from './print-run';

const SHOWN = 30;

/** The runs in the making, by the step they have reached; of the accepted ones, the latest. */
@Component({
  selector: 'co-print-run-board',
  imports: [DateText, Quantity, RouterLink, TranslocoPipe],
  templateUrl: './print-run-board.html',
  styleUrl: './print-run-board.css',
})
export class PrintRunBoard {
  protected readonly steps = (['planned', 'ordered', 'delivered', 'accepted'] as const).map((status) => ({
    status,
    page: this.at(status),
  }));

  private at(status: PrintRunStatus) {
    const limit = status === 'accepted' ? SHOWN / 3 : SHOWN;
    return httpResource<PrintRunPage>(() => ({ url: '/api/print-runs', params: { status, sort: '-date', limit } }));
  }
}
