import { Component, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { Field } from '@colophon/ui/fields';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AddressDraft } from './address-draft';
import { COUNTRIES } from './countries';

/** The fields of one address, in a form's grid. */
@Component({
  selector: 'co-address-fields',
  imports: [Field, FormField, TranslocoPipe],
  host: { class: 'form-grid' },
  template: `
    <ui-field [label]="'parties.address.line1' | transloco">
      <input type="text" autocomplete="off" [formField]="at().line1" />
    </ui-field>
    <ui-field [label]="'parties.address.line2' | transloco">
      <input type="text" autocomplete="off" [formField]="at().line2" />
    </ui-field>
    <ui-field class="w2" [label]="'parties.address.postalCode' | transloco">
      <input type="text" autocomplete="off" inputmode="numeric" [formField]="at().postalCode" />
    </ui-field>
    <ui-field class="w4" [label]="'parties.address.city' | transloco">
      <input type="text" autocomplete="off" [formField]="at().city" />
    </ui-field>
    <ui-field class="w3" [label]="'parties.address.country' | transloco">
      <select [formField]="at().country">
        @for (country of countries; track country) {
          <option [value]="country">{{ 'parties.countries.' + country | transloco }}</option>
        }
      </select>
    </ui-field>
  `,
})
export class AddressFields {
  readonly at = input.required<FieldTree<AddressDraft>>();
  protected readonly countries = COUNTRIES;
}
