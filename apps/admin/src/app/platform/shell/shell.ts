import { Dialog } from '@angular/cdk/dialog';
import { OverlayContainer, createGlobalPositionStrategy } from '@angular/cdk/overlay';
import { Component, DestroyRef, ElementRef, Injector, computed, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { filter, map } from 'rxjs';
import { Languages } from '../i18n/languages';
import { Connection } from '../session/connection';
import { Session } from '../session/session';
import { KeyboardHelp } from './keyboard-help';
import { NavPanel } from './nav-panel';
import { Navigation } from './navigation';

const FOLDED = 'colophon.nav';

/** Around every page: the navigation, the way to search, and what must be said whatever the page. */
@Component({
  selector: 'co-shell',
  imports: [Icon, NavPanel, RouterLink, RouterOutlet, TranslocoPipe],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  host: { '(document:keydown)': 'key($event)', '[class.folded]': 'folded()' },
})
export class Shell {
  protected readonly session = inject(Session);
  protected readonly connection = inject(Connection);
  protected readonly languages = inject(Languages);
  protected readonly navigation = inject(Navigation);
  private readonly dialog = inject(Dialog);
  private readonly transloco = inject(TranslocoService);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  protected readonly drawer = signal(false);
  protected readonly folded = signal(localStorage.getItem(FOLDED) === 'folded');
  protected readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );
  /** The bottom bar on a phone: the first sections of the reader, and the rest behind « Menu ». */
  protected readonly thumb = computed(() => this.navigation.sections().slice(0, 3));

  constructor() {
    // Menus and lists open outside the page's landmarks: their container is one, so that nothing is left outside.
    const overlays = inject(OverlayContainer).getContainerElement();
    overlays.setAttribute('role', 'region');
    overlays.setAttribute('aria-label', 'Colophon');
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(inject(DestroyRef)),
      )
      .subscribe(() => this.drawer.set(false));
  }

  protected isAt(path: string): boolean {
    return this.url().split('?')[0]?.startsWith(path) ?? false;
  }

  protected fold(): void {
    this.folded.update((folded) => !folded);
    localStorage.setItem(FOLDED, this.folded() ? 'folded' : 'open');
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }

  protected retry(): void {
    location.reload();
  }

  protected async search(): Promise<void> {
    this.drawer.set(false);
    if (this.dialog.openDialogs.length) return;
    const { Palette } = await import('../palette/palette');
    const ariaLabel = this.transloco.translate('platform.search');
    const positionStrategy = createGlobalPositionStrategy(this.injector).centerHorizontally().top('12vh');
    this.dialog.open(Palette, { backdropClass: 'veil', autoFocus: 'input', ariaLabel, positionStrategy });
  }

  protected help(): void {
    if (this.dialog.openDialogs.length === 0) this.dialog.open(KeyboardHelp, { backdropClass: 'veil' });
  }

  protected key(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      void this.search();
    } else if (event.key === '?' && !typing(event.target)) {
      this.help();
    } else if (event.key === 'Escape') {
      this.drawer.set(false);
    }
  }
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}
