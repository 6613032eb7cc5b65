import { Component, computed, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { Field, QuantityInput } from '@colophon/ui/fields';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ClauseDraft } from './clause-draft';
import { hasTiers, SALES_CHANNELS } from './contract';

/** A counter that clauses share, as a choice. */
export interface CounterChoice {
  readonly counter: string;
  readonly clause: number;
}

/** When a clause is in force, where it applies, and with which other clause its tiers count. */
@Component({
  selector: 'co-scope-fields',
  imports: [Field, FormField, QuantityInput, TranslocoPipe],
  template: `
    <div class="form-grid">
      <ui-field class="w2 keep" [label]="'contracts.from' | transloco" [help]="'contracts.fromHelp' | transloco">
        <input type="date" [formField]="at().from" />
      </ui-field>
      <ui-field class="w2 keep" [label]="'contracts.until' | transloco">
        <input type="date" [formField]="at().until" />
      </ui-field>
      @if (value().basis === 'sold' && value().until) {
        <ui-field
          class="w2"
          [label]="'contracts.copiesLeft' | transloco"
          [help]="'contracts.copiesLeftHelp' | transloco"
        >
          <ui-quantity-input [formField]="at().copiesLeft" />
        </ui-field>
      }
      @if (isCounted() && counters().length) {
        <ui-field class="w4" [label]="'contracts.counter' | transloco" [help]="'contracts.counterHelp' | transloco">
          <select [formField]="at().counter">
            <option value="">{{ 'contracts.ownCounter' | transloco }}</option>
            @for (choice of counters(); track choice.counter) {
              <option [value]="choice.counter">
                {{ 'contracts.withClause' | transloco: { number: choice.clause } }}
              </option>
            }
          </select>
        </ui-field>
      }
    </div>
    @if (value().basis !== 'printed') {
      <fieldset class="plain">
        <legend class="small soft">{{ 'contracts.channels' | transloco }}</legend>
        <div class="channels">
          @for (channel of channels; track channel) {
            <label class="check">
              <input
                type="checkbox"
                [checked]="value().channels.includes(channel)"
                [disabled]="value().isUsed"
                (change)="toggle(channel)"
              />
              {{ 'contracts.channelNames.' + channel | transloco }}
            </label>
          }
        </div>
      </fieldset>
      <div class="form-grid">
        <ui-field [label]="'contracts.territories' | transloco" [help]="'contracts.territoriesHelp' | transloco">
          <input type="text" autocomplete="off" [formField]="at().territories" />
        </ui-field>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    .form-grid {
      margin-top: 12px;
    }

    fieldset {
      margin: 12px 0 0;
      padding: 0;
      border: 0;
    }

    .channels {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(190px, 1fr));
      gap: 2px 16px;
      margin-top: 4px;
    }
  `,
})
export class ScopeFields {
  readonly at = input.required<FieldTree<ClauseDraft>>();
  readonly counters = input<readonly CounterChoice[]>([]);
  protected readonly channels = SALES_CHANNELS;
  protected readonly value = computed(() => this.at()().value());
  protected readonly isCounted = computed(() => hasTiers(this.value().basis));

  protected toggle(channel: string): void {
    const state = this.at().channels();
    const chosen = state.value();
    state.value.set(chosen.includes(channel) ? chosen.filter((other) => other !== channel) : [...chosen, channel]);
    state.markAsDirty();
  }
}
