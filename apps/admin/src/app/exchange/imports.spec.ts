import type { HttpTestingController } from '@angular/common/http/testing';
import type { ImportIssueResponse, ImportResponse } from '@colophon/api-client';
import type { RouterTestingHarness } from '@angular/router/testing';
import { aSession, openAt, settle } from '../platform/testing';
import { routes as feature } from './exchange.routes';

const routes = [{ path: 'echanges', children: feature }];
const session = aSession({ permissions: ['exchange.import', 'exchange.export'] });

const anImport = (with_: Partial<ImportResponse> = {}): ImportResponse => ({
  id: 7,
  taskId: 70,
  status: 'refused',
  label: 'clients.csv, titres.csv',
  createdAt: '2026-07-15T09:00:00Z',
  createdBy: 'Hélène Marchand',
  appliedAt: null,
  undoneAt: null,
  files: [{ id: 1, fileName: 'titres.csv', kind: null }],
  tables: [
    {
      fileId: 1,
      fileName: 'titres.csv',
      sheet: null,
      encoding: 'mac-roman',
      delimiter: ';',
      kind: 'titles',
      headerRow: 3,
      columns: [
        { header: 'ISBN', field: 'isbn', label: 'ISBN' },
        { header: 'Couleur du dos', field: null, label: null },
      ],
      rows: 6,
      counts: { created: 5, changed: 0, unchanged: 0, refused: 1 },
    },
  ],
  errors: 2,
  warnings: 0,
  ...with_,
});

const anIssue = (with_: Partial<ImportIssueResponse>): ImportIssueResponse => ({
  position: 0,
  severity: 'error',
  fileId: 1,
  fileName: 'titres.csv',
  sheet: null,
  row: 5,
  column: 'ISBN',
  value: '9,78E+12',
  code: 'digits-lost',
  reason: 'Le tableur a remplacé les chiffres de ce numéro.',
  ...with_,
});

const button = (page: HTMLElement, name: string): HTMLButtonElement | undefined =>
  [...page.querySelectorAll('button')].find((each) => each.textContent?.includes(name));

async function open(record: ImportResponse, issues: ImportIssueResponse[] = []) {
  const opened = await openAt(routes, '/echanges/imports/7', session);
  await answer(opened.harness, opened.http, record);
  opened.http
    .match((sent) => sent.url.startsWith('/api/imports/7/issues'))
    .forEach((sent) => sent.flush({ items: issues, nextCursor: null }));
  await settle(opened.harness);
  return opened;
}

async function answer(harness: RouterTestingHarness, http: HttpTestingController, record: ImportResponse) {
  http.expectOne('/api/imports/7').flush(record);
  await settle(harness);
}

it('sends files to be checked, and opens their import', async () => {
  const { harness, http, page } = await openAt(routes, '/echanges/imports/nouveau', session);
  const field = page.querySelector<HTMLInputElement>('input[type=file]')!;
  const file = new File(['ISBN;Titre'], 'titres.csv');
  Object.defineProperty(field, 'files', { value: [file], configurable: true });
  field.dispatchEvent(new Event('change'));
  await settle(harness);
  const sent = http.expectOne('/api/imports');
  expect((sent.request.body as FormData).getAll('files')).toEqual([file]);
  sent.flush({ importId: 7, taskId: 70 });
  await settle(harness);
  http.expectOne('/api/imports/7');
});

it('shows what was understood, and what is to be mended by file and row', async () => {
  const { page } = await open(anImport(), [
    anIssue({ position: 0 }),
    anIssue({ position: 1, column: 'Prix TTC', value: 'douze', reason: 'Un nombre est attendu, comme 18,50.' }),
    anIssue({ position: 2, row: 9 }),
  ]);
  const text = page.textContent!.replace(/\s+/g, ' ');
  expect(text).toContain('2 erreurs à corriger : rien n’a été enregistré.');
  expect(text).toContain('Macintosh · points-virgules · en-têtes à la ligne 3');
  expect(text).toContain('Couleur du dos → non importée');
  expect([...page.querySelectorAll('.row .number')].map((each) => each.textContent?.trim())).toEqual([
    'Ligne 5',
    'Ligne 9',
  ]);
  expect(page.querySelectorAll('.row')[0]?.querySelectorAll('li')).toHaveLength(2);
  expect(button(page, 'Appliquer')).toBeUndefined();
});

it('checks again when another kind is chosen', async () => {
  const { harness, http, page } = await open(anImport());
  const select = page.querySelector<HTMLSelectElement>('select')!;
  expect(select.selectedOptions[0]?.textContent).toContain('Titres (reconnu)');
  select.value = 'figures';
  select.dispatchEvent(new Event('change'));
  const sent = http.expectOne('/api/imports/7/check');
  expect(sent.request.body).toEqual({ files: [{ fileId: 1, kind: 'figures' }] });
  sent.flush({ importId: 7, taskId: 71 });
  await settle(harness);
  http.expectOne('/api/imports/7');
});

it('brings mended files beside the others', async () => {
  const { harness, http, page } = await open(anImport());
  const field = page.querySelector<HTMLInputElement>('input[type=file]')!;
  Object.defineProperty(field, 'files', { value: [new File(['x'], 'titres.csv')], configurable: true });
  field.dispatchEvent(new Event('change'));
  await settle(harness);
  http.expectOne('/api/imports?corrects=7');
});

it('applies what has no error, and tells what refuses it', async () => {
  const { harness, http, page } = await open(anImport({ status: 'ready', errors: 0 }));
  button(page, 'Appliquer')!.click();
  http
    .expectOne('/api/imports/7/apply')
    .flush(
      { type: 'x', title: 'Cet import ne peut pas être appliqué.', status: 409, code: 'import-not-ready' },
      { status: 409, statusText: 'Conflict' },
    );
  await settle(harness);
  await answer(harness, http, anImport({ status: 'ready', errors: 0 }));
  expect(page.querySelector('[role=alert]')?.textContent).toContain('Cet import ne peut pas être appliqué.');
});

it('undoes only after it was asked', async () => {
  const { harness, http, page } = await open(anImport({ status: 'applied', errors: 0 }));
  button(page, 'Défaire')!.click();
  await settle(harness);
  http.expectNone('/api/imports/7/undo');
  const dialog = document.querySelector<HTMLElement>('ui-confirm')!;
  expect(dialog.textContent).toContain('facture');
  button(dialog, 'Défaire')!.click();
  await settle(harness);
  http.expectOne('/api/imports/7/undo').flush(null);
});
