import { DOCUMENT } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AuthorHouseResponse } from '@colophon/api-client';
import { problemOf } from '@colophon/ui/problem';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { SignFrame } from '../platform/sign-in/sign-frame';
import { AuthorSession } from './author-session';

/** Where the link of the mail leads. One click uses it up: programs that open links ahead of people open nothing. */
@Component({
  selector: 'co-enter-by-link',
  imports: [RouterLink, SignFrame, TranslocoPipe],
  template: `
    <co-sign-frame
      [heading]="'authorSpace.enter.heading' | transloco"
      [name]="house.hasValue() ? house.value().houseName : ''"
    >
      @if (refusal(); as text) {
        <p class="notice late" role="alert">{{ text }}</p>
        <a class="button primary" routerLink="/auteur">{{ 'authorSpace.enter.another' | transloco }}</a>
      } @else {
        <p class="lede">{{ 'authorSpace.enter.lede' | transloco }}</p>
        <button type="button" class="button primary" [attr.aria-disabled]="busy() || null" (click)="enter()">
          {{ 'authorSpace.enter.act' | transloco }}
        </button>
      }
    </co-sign-frame>
  `,
  styles: `
    .lede,
    .notice {
      margin-bottom: 16px;
    }

    .button {
      width: 100%;
      min-height: 44px;
    }
  `,
})
export class EnterByLink {
  protected readonly house = httpResource<AuthorHouseResponse>(() => '/api/author/house');
  private readonly session = inject(AuthorSession);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly document = inject(DOCUMENT);
  /** Behind the #, which no server is told; taken off the address at once, so that the history does not keep it. */
  private readonly token = this.takeToken();
  protected readonly busy = signal(false);
  protected readonly refusal = signal('');

  protected async enter(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.session.enter(this.token);
      await this.router.navigateByUrl('/auteur');
    } catch (error) {
      const problem = problemOf(error);
      const isOld = this.token === '' || problem.status === 422;
      this.refusal.set(isOld ? this.transloco.translate('authorSpace.enter.old') : (problem.detail ?? problem.title));
    } finally {
      this.busy.set(false);
    }
  }

  private takeToken(): string {
    const { location } = this.document;
    const token = location.hash.slice(1);
    if (token) this.document.defaultView?.history.replaceState(null, '', location.pathname);
    return token;
  }
}
