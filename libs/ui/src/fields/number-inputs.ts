import { Component, input, model } from '@angular/core';
import { transformedValue, type ParseResult } from '@angular/forms/signals';
import { readDecimal, writeDecimal } from './decimal-text';
import { TEXT_CONTROL_STYLES, TEXT_CONTROL_TEMPLATE, TextControl } from './text-control';

function parseDecimal(typed: string, decimals: number): ParseResult<string> {
  const reading = readDecimal(typed, decimals);
  return 'error' in reading ? { error: { kind: reading.error } } : { value: reading.value };
}

/** Euros. The value is the wire's ("1234.50", or "" when empty), the text the reader's ("1 234,50"). */
@Component({
  selector: 'ui-money-input',
  host: { class: 'number unit' },
  template: TEXT_CONTROL_TEMPLATE,
  styles: TEXT_CONTROL_STYLES,
})
export class MoneyInput extends TextControl<string> {
  readonly value = model('');
  /** 2 for amounts, up to 6 for unit prices. */
  readonly decimals = input(2);
  protected override readonly unit = '€';
  readonly raw = transformedValue<string, string>(this.value, {
    parse: (typed) => parseDecimal(typed, this.decimals()),
    format: (value) => this.write(value),
  });

  protected write(value: string): string {
    return writeDecimal(value, this.locale.tag(), 2);
  }
}

/** A rate in percent. "5,5" is the wire's "5.5". */
@Component({
  selector: 'ui-percent-input',
  host: { class: 'number unit' },
  template: TEXT_CONTROL_TEMPLATE,
  styles: TEXT_CONTROL_STYLES,
})
export class PercentInput extends TextControl<string> {
  readonly value = model('');
  readonly decimals = input(4);
  protected override readonly unit = '%';
  readonly raw = transformedValue<string, string>(this.value, {
    parse: (typed) => parseDecimal(typed, this.decimals()),
    format: (value) => this.write(value),
  });

  protected write(value: string): string {
    return writeDecimal(value, this.locale.tag());
  }
}

/** Copies, days, pages: a whole number or nothing. */
@Component({
  selector: 'ui-quantity-input',
  host: { class: 'number' },
  template: TEXT_CONTROL_TEMPLATE,
  styles: TEXT_CONTROL_STYLES,
})
export class QuantityInput extends TextControl<number | null> {
  readonly value = model<number | null>(null);
  protected override readonly mode = 'numeric';
  readonly raw = transformedValue<number | null, string>(this.value, {
    parse: (typed) => this.read(typed),
    format: (value) => this.write(value),
  });

  protected write(value: number | null): string {
    return value === null ? '' : writeDecimal(String(value), this.locale.tag());
  }

  private read(typed: string): ParseResult<number | null> {
    const reading = parseDecimal(typed.replaceAll(/[.,](?=\d{3}(\D|$))/g, ''), 0);
    if (reading.error || reading.value === undefined) return { error: { kind: 'whole' } };
    return { value: reading.value === '' ? null : Number(reading.value) };
  }
}
