import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AuthorOverviewResponse } from '@colophon/api-client';
import { ProblemNotice } from '@colophon/ui/problem';
import { DateText, Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';

/** What was I paid, what is coming, when. */
@Component({
  selector: 'co-author-overview',
  imports: [DateText, Money, ProblemNotice, RouterLink, TranslocoPipe],
  templateUrl: './author-overview.html',
  styleUrl: './author-space.css',
})
export class AuthorOverview {
  protected readonly found = httpResource<AuthorOverviewResponse>(() => '/api/author/overview');
}
