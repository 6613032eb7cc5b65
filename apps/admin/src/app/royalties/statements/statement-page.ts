import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, numberAttribute, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContractResponse } from '@colophon/api-client';
import { Explained } from '@colophon/ui/explain';
import { History } from '@colophon/ui/history';
import { Icon } from '@colophon/ui/icon';
import { Locale } from '@colophon/ui/locale';
import { PdfPreview } from '@colophon/ui/pdf-preview';
import { ProblemNotice } from '@colophon/ui/problem';
import { Detail, Fact, RecordHeader, Section } from '@colophon/ui/record';
import { Status } from '@colophon/ui/status';
import { Copyable, DateText, IsbnText, Money, Percent } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageTitle } from '../../platform/i18n/page-title';
import { explainStatement } from '../explain/explain-statement';
import { injectExplainWriter } from '../explain/explain-writer';
import { namesOf, type Statement } from './statement';
import { StatementSum } from './statement-sum';
import { StockAccountView } from './stock-account';

@Component({
  selector: 'co-statement-page',
  imports: [
    Copyable,
    DateText,
    Detail,
    Explained,
    Fact,
    History,
    Icon,
    IsbnText,
    Money,
    Percent,
    PdfPreview,
    ProblemNotice,
    RecordHeader,
    RouterLink,
    Section,
    StatementSum,
    Status,
    StockAccountView,
    TranslocoPipe,
  ],
  templateUrl: './statement-page.html',
  styleUrl: './statement-page.css',
  host: { class: 'page' },
})
export class StatementPage {
  readonly id = input.required({ transform: numberAttribute });
  protected readonly record = httpResource<Statement>(() => `/api/statements/${this.id()}`);
  /** Names the clauses, the payees and the set-offs; the figures do not wait for it. */
  private readonly contract = httpResource<ContractResponse>(() =>
    this.record.hasValue() ? `/api/contracts/${this.record.value().contractId}` : undefined,
  );
  private readonly writer = injectExplainWriter();
  /** The document's own language, which need not be the reader's. */
  protected readonly language = signal(inject(Locale).lang());
  protected readonly languages = ['fr', 'en'] as const;
  protected readonly sums = computed(() => {
    if (!this.record.hasValue()) return undefined;
    const statement = this.record.value();
    const writer = this.writer();
    const contract = this.contract.hasValue() ? this.contract.value() : undefined;
    return explainStatement(statement.result, namesOf(statement, writer, contract), writer);
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.record.hasValue()) title.set(this.record.value().number ?? this.record.value().contributorName);
    });
  }

  protected documentUrl(format: 'pdf' | 'xlsx', download = false): string {
    return `/api/statements/${this.id()}/${format}?locale=${this.language()}${download ? '&download=true' : ''}`;
  }
}
