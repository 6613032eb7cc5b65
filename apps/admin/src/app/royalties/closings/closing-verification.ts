import { HttpClient } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClosingVerification as Verification } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { ProblemNotice } from '@colophon/ui/problem';
import { Section } from '@colophon/ui/record';
import { Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

/** Computes a closed period again when asked, and says whether each statement comes out the same. */
@Component({
  selector: 'co-closing-verification',
  imports: [Icon, Money, ProblemNotice, RouterLink, Section, TranslocoPipe],
  templateUrl: './closing-verification.html',
})
export class ClosingVerification {
  readonly closingId = input.required<number>();
  private readonly http = inject(HttpClient);
  protected readonly busy = signal(false);
  protected readonly error = signal<unknown>(null);
  protected readonly verified = signal<Verification | null>(null);

  protected async verify(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.error.set(null);
    try {
      this.verified.set(await firstValueFrom(this.http.get<Verification>(`/api/closings/${this.closingId()}/verify`)));
    } catch (error) {
      this.error.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
