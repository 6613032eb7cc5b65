export { renderPdf, type PdfContent, type PdfIdentity } from './render-pdf';
