import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  inject,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  type ApplicationConfig,
} from '@angular/core';
import {
  RedirectCommand,
  Router,
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { problemOf } from '@colophon/ui/problem';
import { provideTransloco } from '@jsverse/transloco';
import { nav, routes } from './app.routes';
import { authorSpaceSections } from './author-space';
import { Languages } from './platform/i18n/languages';
import { TranslatedTitle } from './platform/i18n/translated-title';
import { RECORD_SECTIONS } from './platform/record-sections';
import { wire } from './platform/session/wire';
import { NAV } from './platform/shell/navigation';
import { salesSections } from './sales';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([wire])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler((event) => {
        const { status } = problemOf(event.error);
        const page = status === 404 ? '/introuvable' : status === 403 ? '/interdit' : '/indisponible';
        return new RedirectCommand(inject(Router).parseUrl(page), { skipLocationChange: true });
      }),
    ),
    provideTransloco({
      config: {
        availableLangs: ['fr', 'en'],
        defaultLang: 'fr',
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
        missingHandler: { logMissingKey: true },
      },
    }),
    { provide: NAV, useValue: nav },
    { provide: RECORD_SECTIONS, useValue: [...salesSections, ...authorSpaceSections] },
    { provide: TitleStrategy, useClass: TranslatedTitle },
    provideAppInitializer(() => inject(Languages).start()),
  ],
};
