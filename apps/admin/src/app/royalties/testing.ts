import type { StatementRow } from '@colophon/api-client';
import { aSession, openAt, settle } from '../platform/testing';
import { routes as rates } from './rates/rates.routes';
import { routes as pages } from './royalties.routes';

/** What the specs of royalties share: the pages at their addresses, and small things to find on them. */
export const routes = [
  { path: 'droits', children: pages },
  { path: 'reglages/taux', children: rates },
];
export const session = aSession({
  permissions: [
    'royalties.read',
    'royalties.close',
    'royalties.approve',
    'print-runs.accept',
    'settings.read',
    'settings.write',
  ],
  today: '2026-07-15',
});
export const plain = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replaceAll(/[\u202f\u00a0]/g, ' ');
export const pageOf = <T>(items: T[]) => ({ items, nextCursor: null, total: items.length, totalIsCapped: false });

export function aRow(with_: Partial<StatementRow> = {}): StatementRow {
  return {
    id: 11,
    closingId: 5,
    number: null,
    contractId: 3,
    contractReference: 'C-2024-001',
    contributorId: 2,
    contributorName: 'Anne Kerouredan',
    workTitle: 'Le Silence des marées',
    statementDate: '2026-06-30',
    paymentDate: '2026-07-31',
    status: 'draft',
    earned: '2123.20',
    adjustments: '0.00',
    recouped: '0.00',
    unrecouped: '0.00',
    carriedOut: '0.00',
    gross: '2123.20',
    net: '1799.83',
    hasGap: false,
    gap: 0,
    gapReason: null,
    copies: 2000,
    previous: null,
    isLargeChange: false,
    ...with_,
  };
}

export const button = (page: Element, label: string): HTMLButtonElement => {
  const found = [...page.querySelectorAll('button')].find((one) => one.textContent.includes(label));
  if (!found) throw new Error(`There is no button « ${label} »`);
  return found;
};

export function type(box: Element | null | undefined, text: string): void {
  if (!(box instanceof HTMLInputElement)) throw new Error('There is no such field');
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  box.dispatchEvent(new Event('blur'));
}

export const field = (page: Element, label: string): HTMLInputElement | null => {
  const found = [...page.querySelectorAll('label')].find((one) => one.textContent.trim().startsWith(label));
  return page.querySelector(`#${found?.htmlFor}`);
};

export async function openRecord(url: string, api: string, body: object) {
  const opened = await openAt(routes, '/reglages/taux', session);
  const navigation = opened.harness.navigateByUrl(url);
  await new Promise((done) => setTimeout(done));
  opened.http.match('/api/withholding-rates').forEach((request) => request.flush({ items: [] }));
  opened.http.match(api).forEach((request) => request.flush(body));
  await navigation;
  await settle(opened.harness);
  return { ...opened, page: opened.harness.routeNativeElement as HTMLElement };
}

export const overlay = () => document.querySelector('.cdk-overlay-container') as HTMLElement;
