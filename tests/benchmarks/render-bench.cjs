/**
 * Makes one document again and again for some seconds in a process of its own, so that neither way of making it finds
 * what the other has prepared. Told by message: { by: 'ours' | 'bare' | 'threads', kind, format, data, seconds };
 * answers { documents, seconds, cpu, pages, length }: how many were made, and what one of them is.
 */
'use strict';
const path = require('node:path');

const ROOT = path.resolve(__dirname, '../..');
const dist = (file) => require(path.join(ROOT, 'libs/documents/dist', file));

process.once('message', async (asked) => {
  const { make, close } = await makers[asked.by](asked);
  await during(1, make, asked);
  process.send(await during(asked.seconds, make, asked));
  await close?.();
  process.disconnect();
});

const makers = { ours, bare: (asked) => (asked.format === 'pdf' ? barePdf(asked) : bareWorkbook(asked)), threads };

/** One thread: the library as the API calls it. */
async function ours(request) {
  const { renderDocument } = dist('render-worker/index.js');
  return { make: () => renderDocument(request) };
}

/** All cores: the API's own pool of threads. */
async function threads(request) {
  const { RenderPool } = require(path.join(ROOT, 'apps/api/dist/platform/documents/render-pool.js'));
  const { WORKER_FILE } = dist('render-worker/index.js');
  const pool = new RenderPool({ file: WORKER_FILE, size: request.size, idleMs: 20_000 });
  return { make: () => pool.run(request), close: () => pool.close() };
}

/** pdfmake as its manual has it: the same definition, the whole faces as their makers publish them. */
async function barePdf({ kind, data }) {
  const pdfmake = require('pdfmake');
  const { printableData } = dist('fonts/index.js');
  const { tableLayouts } = dist('pdf/table-layouts.js');
  pdfmake.setFonts({ Serif: family('serif-4', 'SourceSerif4'), Sans: family('sans-3', 'SourceSans3') });
  pdfmake.setTableLayouts(tableLayouts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  const define = dist(`${kind}s/${kind}-pdf.js`)[`${kind}Definition`];
  const { ROOM_BELOW } = dist('pdf/kept-headings.js');
  // Headings stay with what follows them, by pdfmake's own means.
  const pageBreakBefore = ({ headlineLevel, startPosition: { top, pageInnerHeight } }) =>
    headlineLevel > 0 && top > 58 + pageInnerHeight - ROOM_BELOW[headlineLevel];
  return {
    make: () => {
      const { data: printable, missing } = printableData(data);
      const more = { pageSize: 'A4', version: '1.7', subset: 'PDF/A-3b', language: 'fr-FR', info: { title: kind } };
      return pdfmake.createPdf({ ...more, pageBreakBefore, ...define(printable, missing) }).getBuffer();
    },
  };
}

function family(name, prefix) {
  const face = (style) =>
    path.join(ROOT, `node_modules/@expo-google-fonts/source-${name}`, style, `${prefix}_${style}.ttf`);
  return {
    normal: face('400Regular'),
    bold: face('600SemiBold'),
    italics: face('400Regular_Italic'),
    bolditalics: face('600SemiBold_Italic'),
  };
}

/** exceljs alone, writing the cells of our own workbook with their looks. */
async function bareWorkbook(request) {
  const { Workbook } = require('exceljs');
  const model = new Workbook();
  await model.xlsx.load(Buffer.from(await dist('render-worker/index.js').renderDocument(request)));
  const sheets = model.worksheets.map((sheet) => ({ name: sheet.name, cells: cellsOf(sheet) }));
  return {
    make: async () => {
      const workbook = new Workbook();
      for (const { name, cells } of sheets) {
        const sheet = workbook.addWorksheet(name);
        for (const { address, value, style } of cells) Object.assign(sheet.getCell(address), { value, style });
      }
      return workbook.xlsx.writeBuffer();
    },
  };
}

function cellsOf(sheet) {
  const cells = [];
  sheet.eachRow((row) => row.eachCell(({ address, value, style }) => cells.push({ address, value, style })));
  return cells;
}

async function during(seconds, make, { by, size }) {
  let documents = 0;
  let bytes;
  const start = performance.now();
  const cpuBefore = process.cpuUsage();
  const isOver = () => performance.now() - start > seconds * 1000;
  const work = async () => {
    while (!isOver()) {
      bytes = await make();
      documents += 1;
    }
  };
  await Promise.all(Array.from({ length: by === 'threads' ? size + 1 : 1 }, work));
  const { user, system } = process.cpuUsage(cpuBefore);
  const taken = (performance.now() - start) / 1000;
  return { documents, seconds: taken, cpu: (user + system) / 1e6, pages: pagesOf(bytes), length: bytes.length };
}

function pagesOf(bytes) {
  return (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type \/Page\b/g) ?? []
  ).length;
}
