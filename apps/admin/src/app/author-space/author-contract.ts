import { httpResource } from '@angular/common/http';
import { Component, effect, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AuthorContractResponse } from '@colophon/api-client';
import { ProblemNotice } from '@colophon/ui/problem';
import { DateText, Money, Percent } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { ClauseSentence, type SpokenClause } from '../contracts';
import { PageTitle } from '../platform/i18n/page-title';

type OwnContract = Omit<AuthorContractResponse, 'clauses'> & {
  readonly clauses: readonly (AuthorContractResponse['clauses'][number] & SpokenClause)[];
};

/** The terms of a contract, in words. */
@Component({
  selector: 'co-author-contract',
  imports: [ClauseSentence, DateText, Money, Percent, ProblemNotice, RouterLink, TranslocoPipe],
  templateUrl: './author-contract.html',
  styleUrl: './author-space.css',
})
export class AuthorContract {
  readonly id = input.required({ transform: numberAttribute });
  protected readonly record = httpResource<OwnContract>(() => `/api/author/contracts/${this.id()}`);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.record.hasValue()) title.set(this.record.value().reference);
    });
  }
}
