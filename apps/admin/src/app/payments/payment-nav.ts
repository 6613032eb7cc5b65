import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

/** The pages of payments, side by side: who is owed what, and what was done about it. */
@Component({
  selector: 'co-payment-nav',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe],
  template: `
    <nav [attr.aria-label]="'payments.title' | transloco">
      @for (page of pages; track page.path) {
        <a
          [routerLink]="page.path"
          routerLinkActive="current"
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="{ exact: page.exact }"
          >{{ page.label | transloco }}</a
        >
      }
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 20px;
      margin-bottom: 16px;
      border-bottom: 1px solid var(--rule);
    }

    a {
      padding: 6px 0;
      border-bottom: 2px solid transparent;
      color: var(--ink-soft);
      text-decoration: none;
    }

    a:hover {
      color: var(--ink);
    }

    .current {
      border-bottom-color: var(--accent);
      color: var(--ink);
      font-weight: var(--strong);
    }
  `,
})
export class PaymentNav {
  protected readonly pages = [
    { path: '/droits/paiements', label: 'payments.nav.authors', exact: true },
    { path: '/droits/paiements/contrats', label: 'payments.nav.contracts', exact: true },
    { path: '/droits/paiements/a-payer', label: 'payments.nav.payables', exact: true },
    { path: '/droits/paiements/ordres', label: 'payments.nav.runs', exact: false },
    { path: '/droits/paiements/versements', label: 'payments.nav.made', exact: false },
  ];
}
