import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AuthorCertificateListResponse, AuthorPaymentListResponse } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { Locale } from '@colophon/ui/locale';
import { ProblemNotice } from '@colophon/ui/problem';
import { Status } from '@colophon/ui/status';
import { DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';

/** What was paid to an author, and the certificates of what was withheld. */
@Component({
  selector: 'co-author-payments',
  imports: [DateText, Icon, Money, ProblemNotice, RouterLink, Status, TranslocoPipe],
  templateUrl: './author-payments.html',
  styleUrl: './author-space.css',
})
export class AuthorPayments {
  private readonly locale = inject(Locale);
  protected readonly payments = httpResource<AuthorPaymentListResponse>(() => '/api/author/payments');
  protected readonly certificates = httpResource<AuthorCertificateListResponse>(() => '/api/author/certificates');

  protected certificateUrl(id: number): string {
    return `/api/author/certificates/${id}/pdf?locale=${this.locale.lang()}`;
  }
}
