import { Component, input, output, signal } from '@angular/core';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';

/** Where files are dropped, or chosen with the keyboard. */
@Component({
  selector: 'co-drop-files',
  imports: [Icon, TranslocoPipe],
  template: `
    <label
      class="drop"
      [class.over]="over()"
      [class.busy]="busy()"
      (dragover)="hover($event)"
      (dragleave)="over.set(false)"
      (drop)="drop($event)"
    >
      <ui-icon name="upload" />
      <span class="strong">{{ (busy() ? 'exchange.drop.sending' : label()) | transloco }}</span>
      <span class="small soft">{{ 'exchange.drop.formats' | transloco }}</span>
      <input
        class="visually-hidden"
        type="file"
        multiple
        accept=".csv,.txt,.tsv,.xlsx"
        [disabled]="busy()"
        (change)="choose($event)"
      />
    </label>
  `,
  styles: `
    .drop {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: 4px;
      padding: 28px 16px;
      border: 1px dashed var(--control-edge);
      border-radius: var(--radius);
      background: var(--paper-raised);
      text-align: center;
      cursor: pointer;
      transition:
        background var(--quick),
        border-color var(--quick);
    }

    .drop:hover,
    .over {
      border-color: var(--accent);
      background: var(--paper-hover);
    }

    .drop:focus-within {
      outline: 2px solid var(--accent);
      outline-offset: 2px;
    }

    .busy {
      cursor: progress;
    }
  `,
})
export class DropFiles {
  readonly busy = input(false);
  /** The key of its sentence. */
  readonly label = input('exchange.drop.label');
  readonly files = output<readonly File[]>();
  protected readonly over = signal(false);

  protected hover(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.give(event.dataTransfer?.files);
  }

  /** The same file may be chosen again once it was mended: the choice is forgotten. */
  protected choose(event: Event): void {
    const field = event.target as HTMLInputElement;
    this.give(field.files);
    field.value = '';
  }

  private give(files: FileList | null | undefined): void {
    if (files && files.length > 0 && !this.busy()) this.files.emit([...files]);
  }
}
