import { Component, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Explain, type ExplainNode } from '@colophon/ui/explain';
import { Field, IsbnInput, MoneyInput, Picker, QuantityInput } from '@colophon/ui/fields';
import { Progress, type Task } from '@colophon/ui/progress';
import { openAt, settle } from './testing';

@Component({
  selector: 'co-blocks',
  imports: [Explain, Field, FormField, IsbnInput, MoneyInput, Picker, Progress, QuantityInput],
  template: `
    <ui-field label="Prix"><ui-money-input [formField]="form.price" /></ui-field>
    <ui-field label="Tirage"><ui-quantity-input [formField]="form.copies" /></ui-field>
    <ui-field label="ISBN"><ui-isbn-input [formField]="form.isbn" (scanned)="scanned.set($event)" /></ui-field>
    <ui-field label="Point de vente"><ui-picker url="/api/points-of-sale" [formField]="form.shop" /></ui-field>
    <ui-explain [node]="node" />
    <ui-progress [taskId]="task()" (finished)="ended.push($event)" />
  `,
})
class Blocks {
  readonly model = signal({ price: '1234.5', copies: 1500 as number | null, isbn: '', shop: null as number | null });
  readonly form = form(this.model);
  readonly scanned = signal('');
  readonly task = signal<number | null>(null);
  readonly ended: Task[] = [];
  readonly node: ExplainNode = {
    label: 'Droits',
    amount: '24.00',
    children: [
      { label: 'Palier 1', formula: '100 ex. × 2,00 € × 8 %', amount: '16.00' },
      { label: 'Palier 2', formula: '50 ex. × 2,00 € × 8 %', amount: '8.00' },
    ],
  };
}

async function open() {
  const opened = await openAt([{ path: 'blocs', component: Blocks }], '/blocs');
  await settle(opened.harness);
  const blocks = opened.harness.routeDebugElement?.componentInstance as Blocks;
  const box = (label: string): HTMLInputElement => {
    const found = [...opened.page.querySelectorAll('label')].find((one) => one.textContent.trim() === label);
    return opened.page.querySelector(`#${found?.htmlFor}`) as HTMLInputElement;
  };
  const type = async (label: string, text: string, leave = true) => {
    box(label).value = text;
    box(label).dispatchEvent(new Event('input', { bubbles: true }));
    if (leave) box(label).dispatchEvent(new Event('blur'));
    await settle(opened.harness);
  };
  return { ...opened, blocks, box, type };
}

describe('the typed fields', () => {
  it('show the wire’s amount in the reader’s language and give back the wire’s', async () => {
    const { blocks, box, type } = await open();
    expect(box('Prix').value).toBe('1\u202f234,50');
    await type('Prix', '2 000,5');
    expect(blocks.model().price).toBe('2000.50');
    expect(box('Prix').value).toBe('2\u202f000,50');
  });

  it('keep what was not understood, say so, and leave the model alone', async () => {
    const { blocks, box, type, page } = await open();
    await type('Prix', '12,3x');
    expect(box('Prix').value).toBe('12,3x');
    expect(blocks.model().price).toBe('1234.5');
    expect(box('Prix').getAttribute('aria-invalid')).toBe('true');
    expect(page.textContent).toContain('Un nombre, par exemple 1 234,50.');
  });

  it('read copies as whole numbers', async () => {
    const { blocks, type } = await open();
    await type('Tirage', '1.500');
    expect(blocks.model().copies).toBe(1500);
    await type('Tirage', '');
    expect(blocks.model().copies).toBeNull();
    await type('Tirage', '12,5');
    expect(blocks.model().copies).toBeNull();
  });

  it('take an ISBN from a scanner, whose Enter does not send the form', async () => {
    const { blocks, box, type } = await open();
    await type('ISBN', '978-2-07-061275-8', false);
    box('ISBN').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    expect(blocks.scanned()).toBe('9782070612758');
    expect(blocks.model().isbn).toBe('9782070612758');
  });
});

describe('the picker', () => {
  it('searches as one types and keeps the id of what is chosen', async () => {
    const { blocks, box, type, http, harness } = await open();
    await type('Point de vente', 'dur', false);
    await new Promise((done) => setTimeout(done, 150));
    await settle(harness);
    const request = http.match((sent) => sent.url === '/api/points-of-sale' && sent.params.get('q') === 'dur')[0];
    request?.flush({ items: [{ id: 7, name: 'Librairie Durance' }] });
    await settle(harness);
    box('Point de vente').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await settle(harness);
    expect(blocks.model().shop).toBe(7);
    expect(box('Point de vente').value).toBe('Librairie Durance');
    await type('Point de vente', 'Librairie');
    expect(blocks.model().shop).toBeNull();
    expect(box('Point de vente').value).toBe('');
  });
});

describe('the sum on paper', () => {
  it('shows the lines, then the total under them', async () => {
    const { page } = await open();
    const lines = [...page.querySelectorAll('ui-explain .label')].map((one) => one.textContent);
    expect(lines).toEqual(['Palier 1', 'Palier 2', 'Droits']);
    expect(page.querySelector('ui-explain .grand')?.textContent).toContain('24,00\u202f€');
  });
});

describe('the progress of a long work', () => {
  const task = (with_: Partial<Task>): Task => ({
    id: 4,
    kind: 'documents',
    label: 'Relevés de droits',
    status: 'running',
    done: 40,
    total: 120,
    result: null,
    problem: null,
    ...with_,
  });

  it('shows a count, asks again, and tells once when it is done', async () => {
    const { blocks, page, http, harness } = await open();
    blocks.task.set(4);
    await settle(harness);
    http.expectOne('/api/tasks/4').flush(task({}));
    await settle(harness);
    expect(page.querySelector('ui-progress')?.textContent).toContain('40 / 120');
    await new Promise((done) => setTimeout(done, 450));
    http.expectOne('/api/tasks/4').flush(task({ status: 'done', done: 120 }));
    await settle(harness);
    expect(blocks.ended.map((one) => one.status)).toEqual(['done']);
  });

  it('says why it failed', async () => {
    const { blocks, page, http, harness } = await open();
    blocks.task.set(4);
    await settle(harness);
    const detail = 'Le relevé 12 a un écart de stock.';
    http.expectOne('/api/tasks/4').flush(task({ status: 'failed', problem: { detail } }));
    await settle(harness);
    expect(page.querySelector('[role=alert]')?.textContent).toContain(detail);
  });
});
