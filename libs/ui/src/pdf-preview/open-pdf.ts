import type { PDFDocumentProxy } from 'pdfjs-dist';

let worker: Worker | undefined;

/** Opens a PDF with pdf.js, which is loaded only now, in its own thread. */
export async function openPdf(data: ArrayBuffer): Promise<PDFDocumentProxy> {
  const { GlobalWorkerOptions, getDocument } = await import('pdfjs-dist');
  if (!worker) {
    worker = new Worker(new URL('./pdf.worker', import.meta.url), { type: 'module' });
    GlobalWorkerOptions.workerPort = worker;
  }
  return getDocument({ data }).promise;
}
