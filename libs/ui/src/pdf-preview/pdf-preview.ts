import { HttpClient } from '@angular/common/http';
import {
  Component,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Icon } from '@colophon/ui/icon';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';
import { firstValueFrom } from 'rxjs';

/** The PDF as it will be, one page at a time, as wide as there is room; the file itself one click away. */
@Component({
  selector: 'ui-pdf-preview',
  imports: [Icon, TranslocoPipe],
  templateUrl: './pdf-preview.html',
  styleUrl: './pdf-preview.css',
})
export class PdfPreview {
  /** Where the PDF is. */
  readonly src = input.required<string>();
  /** The document's name for assistive technology: « Facture 2026-0042 ». */
  readonly label = input.required<string>();
  private readonly http = inject(HttpClient);
  private readonly canvas = viewChild<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly frame = viewChild<ElementRef<HTMLElement>>('frame');
  private readonly width = signal(0);
  private drawing?: RenderTask;
  protected readonly page = signal(1);
  protected readonly text = signal('');
  protected readonly document = resource({
    params: () => this.src(),
    loader: async ({ params }) => {
      const data = await firstValueFrom(this.http.get(params, { responseType: 'arraybuffer' }));
      const { openPdf } = await import('./open-pdf');
      return openPdf(data);
    },
  });
  protected readonly pages = computed(() => (this.document.hasValue() ? this.document.value().numPages : 0));

  constructor() {
    effect(() => {
      this.src();
      this.page.set(1);
    });
    effect(() => this.watchWidth(this.frame()?.nativeElement));
    effect(() => {
      const canvas = this.canvas()?.nativeElement;
      const width = this.width();
      const page = this.page();
      if (canvas && width && this.document.hasValue()) void this.draw(this.document.value(), { canvas, page, width });
    });
    inject(DestroyRef).onDestroy(() => {
      this.observer?.disconnect();
      if (this.document.hasValue()) void this.document.value().loadingTask.destroy();
    });
  }

  protected turn(by: number): void {
    this.page.update((page) => Math.min(Math.max(page + by, 1), this.pages()));
  }

  private observer?: ResizeObserver;

  private watchWidth(frame: HTMLElement | undefined): void {
    this.observer?.disconnect();
    if (!frame) return;
    this.observer = new ResizeObserver(() => this.width.set(Math.floor(frame.clientWidth)));
    this.observer.observe(frame);
    untracked(() => this.width.set(Math.floor(frame.clientWidth)));
  }

  private async draw(
    pdf: PDFDocumentProxy,
    at: { readonly canvas: HTMLCanvasElement; readonly page: number; readonly width: number },
  ): Promise<void> {
    this.drawing?.cancel();
    const page = await pdf.getPage(at.page);
    const density = Math.min(window.devicePixelRatio || 1, 2);
    const scale = (at.width / page.getViewport({ scale: 1 }).width) * density;
    const viewport = page.getViewport({ scale });
    at.canvas.width = Math.floor(viewport.width);
    at.canvas.height = Math.floor(viewport.height);
    this.drawing = page.render({ canvas: at.canvas, viewport });
    await this.drawing.promise.catch((error: unknown) => {
      if (!(error instanceof Error) || error.name !== 'RenderingCancelledException') throw error;
    });
    const { items } = await page.getTextContent();
    this.text.set(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
}
