import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LeftOutPayee } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { Section } from '@colophon/ui/record';
import { Money } from '@colophon/ui/values';
import { TranslocoPipe } from '@jsverse/transloco';

/** Who can not be paid for now, each with what to mend and where: they wait, and block nobody. */
@Component({
  selector: 'co-left-out',
  imports: [Icon, Money, RouterLink, Section, TranslocoPipe],
  template: `
    <ui-section [heading]="'payments.leftOut.title' | transloco" [lede]="'payments.leftOut.lede' | transloco">
      @if (houseAccountMissing()) {
        <p class="notice late" role="alert">
          <ui-icon name="alert" />
          <a routerLink="/reglages/maison">{{ 'payments.leftOut.house' | transloco }}</a>
        </p>
      }
      <ul>
        @for (payee of payees(); track payee.contributorId) {
          <li>
            <a [routerLink]="['/droits/paiements/personnes', payee.contributorId]">{{ payee.payeeName }}</a>
            <ui-money [value]="payee.gross" />
            @for (fault of payee.faults; track fault) {
              <a class="fault" [routerLink]="mend(fault, payee.contributorId)"
                ><ui-icon name="alert" />{{ 'payments.faults.' + fault | transloco }}</a
              >
            }
          </li>
        } @empty {
          <li class="soft">{{ 'payments.leftOut.none' | transloco }}</li>
        }
      </ul>
    </ui-section>
  `,
  styles: `
    ul {
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
      align-items: center;
      padding: 8px 0;
      border-bottom: 1px solid var(--rule);
    }

    .fault {
      display: inline-flex;
      gap: 4px;
      align-items: center;
    }
  `,
})
export class LeftOut {
  readonly payees = input.required<readonly LeftOutPayee[]>();
  readonly houseAccountMissing = input(false);

  /** The place to mend: rates are the accountant's table, everything else the person's own record. */
  protected mend(fault: LeftOutPayee['faults'][number], contributorId: number): readonly unknown[] {
    if (fault === 'rates-missing') return ['/reglages/taux'];
    return ['/catalogue/contributeurs', contributorId, 'modifier'];
  }
}
