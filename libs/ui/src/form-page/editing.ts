import { DestroyRef, effect, inject, signal, untracked, type Signal, type WritableSignal } from '@angular/core';
import { submit, type FieldTree } from '@angular/forms/signals';
import { problemOf, type Problem } from '@colophon/ui/problem';
import { Drafts } from '@colophon/ui/drafts';
import { errorsOf } from './problem-errors';

/** What a form page gives: its model and form, how to save, and what comes after. */
export interface EditingOptions<M, R> {
  readonly model: WritableSignal<M>;
  readonly form: FieldTree<M>;
  /** Sends the model. A refusal with pointers is shown at the fields it names. */
  readonly save: (value: M) => Promise<R>;
  readonly saved: (result: R) => void;
  /** The key under which unsaved work is kept on this machine; null for forms with secrets. Read once the inputs are set. */
  readonly draft: () => string | null;
}

/** The state of a form page. Made with `editing(...)` in the page's field initialisers. */
export interface Editing {
  readonly saving: Signal<boolean>;
  readonly problem: Signal<Problem | null>;
  readonly draftFrom: Signal<string | null>;
  readonly dirty: () => boolean;
  readonly errorCount: () => number;
  save(): Promise<void>;
  resumeDraft(): void;
  dropDraft(): void;
  /** For pages that stay after saving: unsaved changes count again. */
  resume(): void;
}

const KEEP_AFTER_MS = 600;

/** Joins a signal form to what every form page does: save, refusals at the fields, drafts, unsaved changes. */
export function editing<M extends object, R>(options: EditingOptions<M, R>): Editing {
  return new FormEditing(options);
}

class FormEditing<M extends object, R> implements Editing {
  readonly saving = signal(false);
  readonly problem = signal<Problem | null>(null);
  readonly draftFrom = signal<string | null>(null);
  private readonly drafts = inject(Drafts);
  private left = false;
  private refusals: ReturnType<typeof errorsOf> = [];

  constructor(private readonly options: EditingOptions<M, R>) {
    effect((onCleanup) => this.keepDraft(onCleanup));
    effect(() => this.findDraft(options.draft()));
    const warn = (event: BeforeUnloadEvent) => this.dirty() && event.preventDefault();
    window.addEventListener('beforeunload', warn);
    inject(DestroyRef).onDestroy(() => window.removeEventListener('beforeunload', warn));
  }

  readonly dirty = (): boolean => !this.left && this.options.form().dirty();

  /** Only what the reader has seen: a field nobody has been to is not yet wrong. */
  readonly errorCount = (): number => {
    const errors = this.options.form().errorSummary();
    return errors.filter((error) => error.fieldTree().touched()).length;
  };

  async save(): Promise<void> {
    if (this.saving()) return;
    this.problem.set(null);
    this.saving.set(true);
    try {
      const { form } = this.options;
      const ignoreValidators = this.isOnlyRefused() ? 'all' : 'pending';
      const sent = await submit(form, { action: () => this.send(), onInvalid: () => undefined, ignoreValidators });
      if (!sent) form().errorSummary()[0]?.fieldTree().focusBoundControl();
    } finally {
      this.saving.set(false);
    }
  }

  resumeDraft(): void {
    const key = this.options.draft();
    const found = key && this.drafts.find(key);
    if (!found) return;
    this.options.model.set(found.value as M);
    this.options.form().markAsDirty();
    this.draftFrom.set(null);
  }

  dropDraft(): void {
    const key = this.options.draft();
    if (key) this.drafts.drop(key);
    this.draftFrom.set(null);
  }

  resume(): void {
    this.left = false;
  }

  private async send() {
    try {
      const result = await this.options.save(untracked(this.options.model));
      this.left = true;
      this.dropDraft();
      this.options.saved(result);
      return undefined;
    } catch (error) {
      const problem = problemOf(error);
      const errors = errorsOf(problem, this.options.form);
      if (errors.length < (problem.errors?.length || 1)) this.problem.set(problem);
      this.refusals = errors;
      return errors;
    }
  }

  /** What the API refused once may be right now (a server that is back, another field mended): it is asked again. */
  private isOnlyRefused(): boolean {
    const standing = this.options.form().errorSummary();
    return standing.every(({ kind, fieldTree }) =>
      this.refusals.some((refusal) => refusal.kind === kind && refusal.fieldTree === fieldTree),
    );
  }

  private keepDraft(onCleanup: (stop: () => void) => void): void {
    const value = this.options.model();
    const key = this.options.draft();
    if (!key || !this.dirty()) return;
    const timer = setTimeout(() => !this.left && this.drafts.keep(key, value), KEEP_AFTER_MS);
    onCleanup(() => clearTimeout(timer));
  }

  private findDraft(key: string | null): void {
    this.draftFrom.set(key ? (this.drafts.find(key)?.at ?? null) : null);
  }
}
