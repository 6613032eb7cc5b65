import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FirstStep } from '@colophon/api-client';
import { Icon } from '@colophon/ui/icon';
import { Section } from '@colophon/ui/record';
import { TranslocoPipe } from '@jsverse/transloco';
import { HasPermission } from '../platform/session/has-permission';

interface Act {
  readonly word: 'enter' | 'import';
  readonly path: string;
  readonly permission: string;
}

const importing: Act = { word: 'import', path: '/echanges/imports/nouveau', permission: 'exchange.import' };

const acts: Readonly<Record<FirstStep['step'], readonly Act[]>> = {
  house: [{ word: 'enter', path: '/reglages/maison', permission: 'settings.write' }],
  titles: [importing, { word: 'enter', path: '/catalogue/oeuvres/nouveau', permission: 'catalogue.write' }],
  contracts: [importing, { word: 'enter', path: '/contrats/nouveau', permission: 'contracts.write' }],
  'print-runs': [importing, { word: 'enter', path: '/fabrication/tirages/nouveau', permission: 'print-runs.write' }],
  'points-of-sale': [
    importing,
    { word: 'enter', path: '/ventes/points-de-vente/nouveau', permission: 'points-of-sale.write' },
  ],
};

/** What a house does first, in order, with why, and the page on which each is done. */
@Component({
  selector: 'co-first-steps',
  imports: [HasPermission, Icon, RouterLink, Section, TranslocoPipe],
  template: `
    <ui-section [heading]="'overview.firstSteps.heading' | transloco">
      <p class="soft lede">{{ 'overview.firstSteps.lede' | transloco }}</p>
      <ol>
        @for (step of steps(); track step.step; let at = $index) {
          <li [class.done]="step.done">
            <span class="mark" aria-hidden="true">
              @if (step.done) {
                <ui-icon name="check" />
              } @else {
                {{ at + 1 }}
              }
            </span>
            <div>
              <h3>
                {{ 'overview.firstSteps.' + step.step + '.heading' | transloco }}
                @if (step.done) {
                  <span class="visually-hidden">{{ 'overview.firstSteps.done' | transloco }}</span>
                }
              </h3>
              @if (!step.done) {
                <p class="soft">{{ 'overview.firstSteps.' + step.step + '.why' | transloco }}</p>
                <p class="acts">
                  @for (act of acts[step.step]; track act.path) {
                    <a *hasPermission="act.permission" [routerLink]="act.path">{{
                      'overview.firstSteps.' + step.step + '.' + act.word | transloco
                    }}</a>
                  }
                </p>
              }
            </div>
          </li>
        }
      </ol>
    </ui-section>
  `,
  styles: `
    .lede {
      max-width: 68ch;
      margin-bottom: 8px;
    }

    li {
      display: flex;
      gap: 12px;
      padding: 10px 0;
      border-top: 1px solid var(--rule);
    }

    .mark {
      flex: none;
      display: grid;
      place-items: center;
      width: 24px;
      height: 24px;
      border: 1px solid var(--rule-strong);
      border-radius: 50%;
      font-size: var(--text-s);
      color: var(--ink-soft);
    }

    .done .mark {
      border-color: var(--done);
      color: var(--done);
    }

    .done h3 {
      font-weight: var(--regular);
      color: var(--ink-soft);
    }

    h3 {
      line-height: 24px;
    }

    p.soft {
      max-width: 68ch;
    }

    .acts {
      gap: 4px 16px;
      margin-top: 4px;
    }
  `,
})
export class FirstSteps {
  readonly steps = input.required<readonly FirstStep[]>();
  protected readonly acts = acts;
}
