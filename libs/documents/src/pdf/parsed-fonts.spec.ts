import { defaultStyle, styles } from '../page';
import { readPdf } from './read-pdf.fixture';
import { renderPdf } from './render-pdf';

// Processes and threads are slow to start on a busy machine.
jest.setTimeout(60_000);

const IDENTITY = {
  ...{ title: 'Essai', author: 'Essai', subject: 'Essai', locale: 'fr' as const, createdAt: '2026-07-15T08:00:00Z' },
};
const page = (text: string) => renderPdf({ content: [text], defaultStyle, styles: styles('#123456') }, IDENTITY);

it('keeps the letters of a text whatever accents an earlier document of the process had', async () => {
  // First of all in this process, so that the bodies of these letters are met before the letters.
  await page('ÉÀÇÔÜ éàçôü');
  const { text } = readPdf(await page('EACOU eacou RED-2026 l’été − 1 · 2 – « à »'));
  expect(text).toContain('EACOU eacou RED-2026 l’été − 1 · 2 – « à »');
});
