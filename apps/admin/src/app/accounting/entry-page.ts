import { httpResource } from '@angular/common/http';
import { Component, computed, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EntryResponse } from '@colophon/api-client';
import { ProblemNotice } from '@colophon/ui/problem';
import { Detail, Fact, RecordHeader, Section } from '@colophon/ui/record';
import { DateText } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';
import { AccountName } from './account-name';
import { Side } from './side';

/** Where the document of an entry is shown, by its type. */
const PAGES: Readonly<Record<string, string>> = {
  royalty_statement: '/droits/redditions',
  royalty_payment: '/droits/paiements/versements',
};

/** An entry of the books with its lines, and the document that it was written for. */
@Component({
  selector: 'co-entry-page',
  imports: [AccountName, DateText, Detail, Fact, ProblemNotice, RecordHeader, RouterLink, Section, Side, TranslocoPipe],
  templateUrl: './entry-page.html',
  host: { class: 'page' },
})
export class EntryPage {
  readonly id = input.required({ transform: numberAttribute });
  protected readonly entry = httpResource<EntryResponse>(() => `/api/accounting/entries/${this.id()}`);
  protected readonly documentPage = computed(() => {
    const entry = this.entry.hasValue() ? this.entry.value() : undefined;
    const page = entry && PAGES[entry.documentType];
    return page ? [page, entry.documentId] : null;
  });
}
