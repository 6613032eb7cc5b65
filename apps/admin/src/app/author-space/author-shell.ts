import { Component, inject } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Languages } from '../platform/i18n/languages';
import { AuthorSession } from './author-session';

/** The frame of the authors' space: whose it is, five pages, the language, the way out. Read with a thumb first. */
@Component({
  selector: 'co-author-shell',
  imports: [RouterLink, RouterLinkActive, RouterOutlet, TranslocoPipe],
  templateUrl: './author-shell.html',
  styleUrl: './author-shell.css',
})
export class AuthorShell {
  protected readonly session = inject(AuthorSession);
  protected readonly languages = inject(Languages);
  private readonly router = inject(Router);
  protected readonly other = () => (this.languages.lang() === 'fr' ? 'en' : 'fr');
  protected readonly pages = [
    { path: '/auteur', label: 'authorSpace.overview.nav', exact: true },
    { path: '/auteur/redditions', label: 'authorSpace.statements.nav', exact: false },
    { path: '/auteur/paiements', label: 'authorSpace.payments.nav', exact: false },
    { path: '/auteur/contrats', label: 'authorSpace.contracts.nav', exact: false },
    { path: '/auteur/questions', label: 'authorSpace.questions.nav', exact: false },
  ];

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/auteur', { onSameUrlNavigation: 'reload' });
  }
}
