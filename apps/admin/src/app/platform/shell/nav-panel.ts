import { CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Icon } from '@colophon/ui/icon';
import type { Lang } from '@colophon/ui/locale';
import { TranslocoPipe } from '@jsverse/transloco';
import { Languages } from '../i18n/languages';
import { Session } from '../session/session';
import { ThemeChoice, type Theme } from '../theme';
import { Navigation, type ShownSection } from './navigation';

/** The navigation itself, the same beside the page and in the drawer of a phone. */
@Component({
  selector: 'co-nav-panel',
  imports: [CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger, Icon, RouterLink, TranslocoPipe],
  templateUrl: './nav-panel.html',
  styleUrl: './nav-panel.css',
  host: { '[class.folded]': 'folded()' },
})
export class NavPanel {
  readonly url = input.required<string>();
  readonly folded = input(false);
  readonly inDrawer = input(false);
  readonly foldToggled = output();
  readonly searchWanted = output();
  readonly helpWanted = output();
  readonly closed = output();

  protected readonly session = inject(Session);
  protected readonly languages = inject(Languages);
  protected readonly theme = inject(ThemeChoice);
  protected readonly navigation = inject(Navigation);
  protected readonly themes: readonly Theme[] = ['system', 'light', 'dark'];
  private readonly router = inject(Router);

  protected isAt(path: string): boolean {
    const here = this.url().split('?')[0] ?? '';
    const longer = this.navigation
      .entries()
      .some((entry) => entry.path.length > path.length && within(here, entry.path));
    return !longer && within(here, path);
  }

  protected holds(section: ShownSection): boolean {
    return section.entries.some((entry) => this.isAt(entry.path));
  }

  /** The choice follows the person to other machines; failing to keep it there changes nothing here. */
  protected async speak(lang: Lang): Promise<void> {
    await this.languages.use(lang);
    await this.session.changeOwn({ locale: lang }).catch(() => undefined);
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/connexion');
  }
}

function within(here: string, path: string): boolean {
  return here === path || here.startsWith(`${path}/`);
}
