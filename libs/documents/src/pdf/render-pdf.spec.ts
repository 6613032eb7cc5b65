import type { Content } from 'pdfmake/interfaces';

import { readPdf } from './read-pdf.fixture';
import { renderPdf, type PdfContent, type PdfIdentity } from './render-pdf';

// Processes and threads are slow to start on a busy machine.
jest.setTimeout(60_000);

const IDENTITY: PdfIdentity = {
  title: 'Facture « Dupont & fils » <1>',
  author: 'Éditions A & B',
  subject: 'x < y',
  locale: 'fr',
  createdAt: '2026-11-22T09:00:00Z',
};

function page(...content: Content[]): PdfContent {
  return { content, defaultStyle: { font: 'Sans' } };
}

describe('a rendered document', () => {
  it('says that it is PDF/A-3b, escapes its metadata, and agrees with itself', async () => {
    const bytes = await renderPdf(page('Bonjour'), IDENTITY);
    const { info, metadata, text } = readPdf(bytes);
    expect(text).toBe('Bonjour');
    expect(info).toMatchObject({
      PDFFormatVersion: '1.7',
      Title: IDENTITY.title,
      Author: IDENTITY.author,
      Language: 'fr-FR',
    });
    expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(metadata).toContain('Facture « Dupont &amp; fils » &lt;1&gt;');
    expect(metadata).toContain('<xmp:CreateDate>2026-11-22T09:00:00Z</xmp:CreateDate>');
    expect(metadata).toContain('<xmp:ModifyDate>2026-11-22T09:00:00Z</xmp:ModifyDate>');
    expect(Buffer.from(bytes).toString('latin1')).toContain('/OutputIntents');
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('/MarkInfo');
  });

  it('is the same bytes for the same definition, one after another and at once', async () => {
    const words = () =>
      page({ text: 'Même texte', bold: true }, { text: 'dans la serif', font: 'Serif', italics: true });
    const first = Buffer.from(await renderPdf(words(), IDENTITY));
    const others = await Promise.all([
      renderPdf(words(), IDENTITY),
      renderPdf(page('autre'), IDENTITY),
      renderPdf(words(), IDENTITY),
    ]);
    expect(first.equals(Buffer.from(others[0] as Uint8Array))).toBe(true);
    expect(first.equals(Buffer.from(others[2] as Uint8Array))).toBe(true);
    expect(first.equals(Buffer.from(others[1] as Uint8Array))).toBe(false);
  });

  it('embeds only the glyphs it uses', async () => {
    expect((await renderPdf(page('Bonjour'), IDENTITY)).length).toBeLessThan(12_000);
  });

  it('reads neither the disk nor the network', async () => {
    const file = { ...page({ image: '/etc/hostname' }) };
    await expect(renderPdf(file, IDENTITY)).rejects.toThrow();
    const download = { ...page({ image: 'far' }), images: { far: 'https://example.org/logo.png' } };
    await expect(renderPdf(download, IDENTITY)).rejects.toThrow('may not reach out');
    const font = { ...page({ text: 'x', font: '/usr/share/fonts/x.ttf' }) };
    await expect(renderPdf(font, IDENTITY)).rejects.toThrow();
  });

  it('has an instant for its only date', async () => {
    await expect(renderPdf(page('x'), { ...IDENTITY, createdAt: 'hier' })).rejects.toThrow(
      'createdAt is not an instant',
    );
  });
});
