import { Dialog } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AuthorStatementResponse } from '@colophon/api-client';
import { Explained, type ExplainNode } from '@colophon/ui/explain';
import { Icon } from '@colophon/ui/icon';
import { Locale } from '@colophon/ui/locale';
import { ProblemNotice } from '@colophon/ui/problem';
import { Toasts } from '@colophon/ui/toast';
import { DateText, Money, Percent } from '@colophon/ui/values';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { PageTitle } from '../platform/i18n/page-title';
import { explainStatement, injectExplainWriter, namesOf, sumRows, type Statement } from '../royalties';
import { AskQuestionDialog, type AskedLine } from './ask-question-dialog';
import { AuthorSession } from './author-session';

type OwnStatement = Omit<AuthorStatementResponse, 'result' | 'book'> & Pick<Statement, 'result' | 'book'>;

/** A statement as a sum on paper: each amount opens on where it comes from, and each line can be asked about. */
@Component({
  selector: 'co-author-statement',
  imports: [DateText, Explained, Icon, Money, Percent, ProblemNotice, RouterLink, TranslocoPipe],
  templateUrl: './author-statement.html',
  styleUrls: ['./author-space.css', './author-statement.css'],
})
export class AuthorStatement {
  readonly id = input.required({ transform: numberAttribute });
  protected readonly record = httpResource<OwnStatement>(() => `/api/author/statements/${this.id()}`);
  private readonly writer = injectExplainWriter();
  private readonly session = inject(AuthorSession);
  private readonly dialog = inject(Dialog);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);
  protected readonly rows = computed(() => {
    if (!this.record.hasValue()) return [];
    const statement = this.record.value();
    const writer = this.writer();
    const names = { ...namesOf(statement, writer), person: () => this.session.name() };
    return sumRows(explainStatement(statement.result, names, writer));
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.record.hasValue()) title.set(this.record.value().number);
    });
  }

  protected documentUrl(format: 'pdf' | 'xlsx' | 'own-page'): string {
    return `/api/author/statements/${this.id()}/${format}?locale=${this.locale.lang()}`;
  }

  protected ask({ label, amount }: ExplainNode): void {
    const data: AskedLine = { statementId: this.id(), lineLabel: label, lineAmount: amount ?? null };
    this.dialog
      .open<boolean>(AskQuestionDialog, { data, backdropClass: 'veil' })
      .closed.subscribe((sent) => sent && this.toasts.done(this.transloco.translate('authorSpace.question.sent')));
  }
}
