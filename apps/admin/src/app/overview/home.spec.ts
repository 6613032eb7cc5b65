import type { OverviewResponse, SessionResponse } from '@colophon/api-client';
import { aSession, openAt, settle } from '../platform/testing';
import { routes as pages } from './overview.routes';

const routes = [{ path: 'accueil', children: pages }];
const months = Array.from({ length: 12 }, (_, at) => ({
  month: `2026-${String(at + 1).padStart(2, '0')}`,
  amount: '0.00',
}));

function anOverview(with_: Partial<OverviewResponse> = {}): OverviewResponse {
  const none = {
    firstSteps: [],
    todos: [],
    bestSellers: [],
    upcoming: [],
    lowStock: [],
    statementsDue: [],
    contractAlerts: [],
    closings: [],
  };
  return { ...none, salesByMonth: months, ...with_ };
}

async function home(overview: OverviewResponse, session: Partial<SessionResponse> = {}): Promise<HTMLElement> {
  const permissions = ['overview.read', ...(session.permissions ?? [])];
  const { harness, http, page } = await openAt(routes, '/accueil', aSession({ ...session, permissions }));
  http.expectOne('/api/overview').flush(overview);
  await settle(harness);
  return page;
}

const todos: OverviewResponse['todos'] = [
  { kind: 'runs-to-close', count: 3, url: '/droits/clotures/nouvelle' },
  { kind: 'invoices-to-post', count: 1, url: '/ventes/factures?status=draft' },
];

describe('the home page', () => {
  it('says what waits for the reader, with its count and the page on which it is done', async () => {
    const page = await home(anOverview({ todos }), { permissions: ['royalties.close', 'sales.post'] });
    const links = [...page.querySelectorAll('co-todo-list a')];
    expect(links.map((link) => link.textContent?.trim())).toEqual([
      '3 tirages acceptés attendent leur clôture',
      'Un projet de facture est à émettre',
    ]);
    expect(links[1]?.getAttribute('href')).toBe('/ventes/factures?status=draft');
  });

  it('says which statements are due, and until when the law allows them', async () => {
    const due = {
      periodFrom: '2025-01-01',
      periodTo: '2025-12-31',
      deadline: '2026-06-30',
      daysLeft: -15,
      contracts: 4,
    };
    const page = await home(anOverview({ statementsDue: [{ ...due, frequencies: [] }] }));
    const notice = [...page.querySelectorAll('.notice.late')].find((one) =>
      one.textContent.includes('Redditions dues'),
    );
    expect(notice?.textContent).toContain('30/06/2026');
    expect(notice?.querySelector('a')?.getAttribute('href')).toBe('/droits/clotures');
  });

  it('does not tell anybody of what somebody else has to do', async () => {
    const page = await home(anOverview({ todos }), { permissions: ['sales.post'] });
    expect(page.querySelectorAll('co-todo-list a')).toHaveLength(1);
    expect(page.querySelector('co-todo-list')?.textContent).not.toContain('clôture');
  });

  it('teaches an empty house its first steps, with links, and shows no empty figure', async () => {
    const firstSteps: OverviewResponse['firstSteps'] = [
      { step: 'house', done: true },
      { step: 'titles', done: false },
    ];
    const page = await home(anOverview({ firstSteps }), { permissions: ['exchange.import', 'catalogue.write'] });
    expect(page.querySelector('co-first-steps')?.textContent).toContain('Faire entrer les titres');
    const links = [...page.querySelectorAll('co-first-steps a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/echanges/imports/nouveau', '/catalogue/oeuvres/nouveau']);
    expect(page.querySelector('co-sales-chart')).toBeNull();
  });

  it.each([
    ['editorial', 'À paraître'],
    ['accountant', 'Dernières clôtures'],
  ] as const)('puts the trade of the %s first: %s', async (role, heading) => {
    const page = await home(anOverview(), { user: { ...aSession().user, role } });
    expect(page.querySelector('.parts h2')?.textContent?.trim()).toBe(heading);
  });
});
