import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { FormField, form, max, min, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import type { PrintRunResponse } from '@colophon/api-client';
import { Field, QuantityInput } from '@colophon/ui/fields';
import { editing } from '@colophon/ui/form-page';
import { Icon } from '@colophon/ui/icon';
import { Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { Toasts } from '@colophon/ui/toast';
import { DateText, Quantity } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { PageTitle } from '../../platform/i18n/page-title';
import { HasPermission } from '../../platform/session/has-permission';
import { Session } from '../../platform/session/session';
import { RoyaltyPreview, type Acceptance } from './royalty-preview';

interface AcceptanceDraft {
  acceptedOn: string;
  quantityAccepted: number | null;
  royaltiesAlreadyPaid: boolean;
}

const MOST_COPIES = 10_000_000;

/** Accepts a print run, with what it costs in royalties beside the quantity, to the cent and contract by contract. */
@Component({
  selector: 'co-accept-run',
  imports: [
    DateText,
    Fact,
    Field,
    FormField,
    HasPermission,
    Icon,
    Quantity,
    QuantityInput,
    RecordHeader,
    RouterLink,
    RoyaltyPreview,
    Section,
    Status,
    TranslocoPipe,
  ],
  templateUrl: './accept-run.html',
  styleUrl: './accept-run.css',
  host: { class: 'page' },
})
export class AcceptRun {
  readonly record = input.required<PrintRunResponse>();
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly today = inject(Session).today();
  protected readonly run = linkedSignal(() => this.record());

  protected readonly model = linkedSignal<AcceptanceDraft>(() => ({
    acceptedOn: this.today,
    quantityAccepted: copiesThere(this.record()),
    royaltiesAlreadyPaid: this.record().royaltiesAlreadyPaid,
  }));
  protected readonly form = form(this.model, (path) => {
    required(path.acceptedOn);
    required(path.quantityAccepted);
    min(path.quantityAccepted, 0);
    max(path.quantityAccepted, MOST_COPIES);
  });
  readonly editing = editing<AcceptanceDraft, PrintRunResponse>({
    model: this.model,
    form: this.form,
    draft: () => null,
    save: (draft) => this.accept(draft),
    saved: (run) => {
      this.run.set(run);
      this.toasts.done(this.transloco.translate('royalties.accept.done'));
    },
  });
  /** What the preview is asked; an accepted run shows what it came to. */
  protected readonly acceptance = computed((): Acceptance | null => {
    const { id, status, quantityAccepted, acceptedOn } = this.run();
    const asked = status === 'accepted' ? { quantityAccepted, acceptedOn } : this.model();
    return asked.acceptedOn && asked.quantityAccepted !== null
      ? { printRunId: id, accepted: asked.quantityAccepted, acceptedOn: asked.acceptedOn }
      : null;
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.set(this.run().edition.title));
  }

  protected save(event: Event): void {
    event.preventDefault();
    void this.editing.save();
  }

  private accept(draft: AcceptanceDraft): Promise<PrintRunResponse> {
    const { id, version } = this.run();
    return firstValueFrom(this.http.post<PrintRunResponse>(`/api/print-runs/${id}/accept`, { ...draft, version }));
  }
}

/** The latest quantity that is known before acceptance. */
function copiesThere({ quantityDelivered, quantityOrdered, quantityPlanned }: PrintRunResponse): number | null {
  return quantityDelivered ?? quantityOrdered ?? quantityPlanned;
}
