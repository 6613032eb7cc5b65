import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, output } from '@angular/core';
import type { ClauseResponse, ContractResponse } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { formatDate, Locale } from '@colophon/ui/locale';
import { TranslocoPipe } from '@jsverse/transloco';
import { HasPermission } from '../platform/session/has-permission';
import { Session } from '../platform/session/session';
import { ClauseSentence } from './clause-sentence';

/** The clauses of a contract as they stand, and under them what amendments have ended. */
@Component({
  selector: 'co-contract-timeline',
  imports: [ClauseSentence, HasPermission, Icon, NgTemplateOutlet, TranslocoPipe],
  templateUrl: './contract-timeline.html',
  styleUrl: './contract-timeline.css',
})
export class ContractTimeline {
  readonly contract = input.required<ContractResponse>();
  readonly corrected = output<ClauseResponse>();
  private readonly locale = inject(Locale);
  private readonly today = inject(Session).today();
  protected readonly date = (text: string) => formatDate(text, this.locale.tag(), 'long');
  protected readonly current = computed(() => this.contract().clauses.filter((clause) => !this.isPast(clause)));
  protected readonly past = computed(() => this.contract().clauses.filter((clause) => this.isPast(clause)));

  private isPast({ until }: ClauseResponse): boolean {
    return until !== null && until < this.today;
  }
}
