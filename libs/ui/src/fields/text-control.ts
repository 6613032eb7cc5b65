import { Directive, ElementRef, inject, input, model, output, viewChild, type Signal } from '@angular/core';
import type { FormValueControl, TransformedValueSignal } from '@angular/forms/signals';
import { Locale } from '@colophon/ui/locale';
import { Field } from './field';

/** The template every typed control shares: a native input, and a unit after it where there is one. */
export const TEXT_CONTROL_TEMPLATE = `
  <input
    #box
    [id]="field?.id ?? ''"
    [value]="raw()"
    [disabled]="disabled()"
    [readonly]="readonly()"
    [attr.inputmode]="mode"
    [attr.placeholder]="placeholder()"
    [attr.aria-label]="ariaLabel()"
    [attr.aria-required]="required() || null"
    [attr.aria-invalid]="field?.wrong() || null"
    [attr.aria-describedby]="field?.describedBy()"
    autocomplete="off"
    spellcheck="false"
    (input)="raw.set(box.value)"
    (blur)="leave()"
  />
  @if (unit) {
    <span class="unit" aria-hidden="true">{{ unit }}</span>
  }
`;

export const TEXT_CONTROL_STYLES = `
  :host {
    position: relative;
    display: block;
  }

  .unit {
    position: absolute;
    top: 50%;
    right: 10px;
    transform: translateY(-50%);
    color: var(--ink-faint);
    pointer-events: none;
  }

  :host(.number) input {
    text-align: right;
  }

  :host(.unit) input {
    padding-right: 28px;
  }
`;

/** What the typed controls have in common; each gives its parse and format to `transformedValue`. */
@Directive()
export abstract class TextControl<V> implements FormValueControl<V> {
  abstract readonly value: ReturnType<typeof model<V>>;
  abstract readonly raw: TransformedValueSignal<string>;
  readonly disabled = input(false);
  readonly readonly = input(false);
  readonly required = input(false);
  readonly placeholder = input<string>();
  /** Only where there is no `ui-field` around, in a table cell say. */
  readonly ariaLabel = input<string>();
  readonly touch = output<void>();
  protected readonly mode: string = 'decimal';
  protected readonly unit: string = '';
  protected readonly field = inject(Field, { optional: true });
  protected readonly locale = inject(Locale);
  private readonly box: Signal<ElementRef<HTMLInputElement>> = viewChild.required<ElementRef<HTMLInputElement>>('box');

  focus(options?: FocusOptions): void {
    this.box().nativeElement.focus(options);
  }

  /** On leaving, what was understood is written back properly; what was not understood stays to be mended. */
  protected leave(): void {
    if (this.raw.parseErrors().length === 0) this.raw.set(this.write(this.value()));
    this.touch.emit();
  }

  protected abstract write(value: V): string;
}
