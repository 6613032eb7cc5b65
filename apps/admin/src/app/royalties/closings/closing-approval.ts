import { HttpClient } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import type { ClosingResponse } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { problemOf } from '@colophon/ui/problem';
import { Toasts } from '@colophon/ui/toast';
import { DateText } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom, type Observable } from 'rxjs';
import { HasPermission } from '../../platform/session/has-permission';

/** Whether a second person approved a draft, where the house wants it, and their act. */
@Component({
  selector: 'co-closing-approval',
  imports: [DateText, HasPermission, Icon, TranslocoPipe],
  template: `
    @if (closing().approval === 'approved') {
      <div class="notice done">
        <ui-icon name="check" />
        <p>
          {{ 'royalties.approval.given' | transloco: { name: closing().approvedBy } }}
          <ui-date [value]="closing().approvedAt" shape="moment" />
        </p>
        <button
          *hasPermission="'royalties.approve'"
          type="button"
          class="button"
          [disabled]="busy()"
          (click)="withdraw()"
        >
          {{ 'royalties.approval.withdraw' | transloco }}
        </button>
      </div>
    } @else if (closing().approval === 'waiting') {
      <div class="notice due">
        <ui-icon name="alert" />
        <p>
          {{
            (closing().mayApprove ? 'royalties.approval.yours' : 'royalties.approval.waiting')
              | transloco: { name: closing().computedBy }
          }}
        </p>
        @if (closing().mayApprove) {
          <button type="button" class="button primary" [disabled]="busy()" (click)="approve()">
            {{ 'royalties.approval.approve' | transloco }}
          </button>
        }
      </div>
    }
  `,
  styles: `
    .notice {
      align-items: center;
      margin-bottom: 16px;
    }

    p {
      flex: 1;
      margin: 0;
    }
  `,
})
export class ClosingApproval {
  readonly closing = input.required<ClosingResponse>();
  readonly changed = output<ClosingResponse>();
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  protected readonly busy = signal(false);

  protected approve(): Promise<void> {
    return this.act(this.http.post<ClosingResponse>(this.url(), {}));
  }

  protected withdraw(): Promise<void> {
    return this.act(this.http.delete<ClosingResponse>(this.url()));
  }

  private url(): string {
    return `/api/closings/${this.closing().id}/approval`;
  }

  private async act(request: Observable<ClosingResponse>): Promise<void> {
    this.busy.set(true);
    try {
      this.changed.emit(await firstValueFrom(request));
    } catch (error) {
      const problem = problemOf(error);
      this.toasts.failed(problem.detail ?? problem.title);
    } finally {
      this.busy.set(false);
    }
  }
}
