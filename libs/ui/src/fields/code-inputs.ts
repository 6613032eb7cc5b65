import { Component, model, output } from '@angular/core';
import { transformedValue } from '@angular/forms/signals';
import { hyphenateIsbn } from '@colophon/ui/values';
import { TEXT_CONTROL_STYLES, TEXT_CONTROL_TEMPLATE, TextControl } from './text-control';

const bare = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase();

/** An ISBN typed, pasted or scanned; the value is its bare digits. Whether it is a right one is the form's rule. */
@Component({
  selector: 'ui-isbn-input',
  template: TEXT_CONTROL_TEMPLATE,
  styles: TEXT_CONTROL_STYLES,
  host: { '(keydown.enter)': 'scan($event)' },
})
export class IsbnInput extends TextControl<string> {
  readonly value = model('');
  /** Enter, as a scanner sends after the digits: the ISBN so far. When nobody listens, Enter keeps its usual effect. */
  readonly scanned = output<string>();
  protected override readonly mode = 'numeric';
  readonly raw = transformedValue<string, string>(this.value, {
    parse: (typed) => ({ value: bare(typed) }),
    format: (value) => this.write(value),
  });

  protected write(value: string): string {
    return hyphenateIsbn(value);
  }

  protected scan(event: Event): void {
    event.preventDefault();
    this.scanned.emit(this.value());
  }
}

/** An IBAN in groups of four; the value has no spaces. */
@Component({ selector: 'ui-iban-input', template: TEXT_CONTROL_TEMPLATE, styles: TEXT_CONTROL_STYLES })
export class IbanInput extends TextControl<string> {
  readonly value = model('');
  protected override readonly mode = 'text';
  readonly raw = transformedValue<string, string>(this.value, {
    parse: (typed) => ({ value: bare(typed) }),
    format: (value) => this.write(value),
  });

  protected write(value: string): string {
    return value.replaceAll(/(.{4})(?=.)/g, '$1 ');
  }
}
