export { PdfPreview } from './pdf-preview';
