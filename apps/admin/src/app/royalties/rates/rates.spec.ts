import { openAt, settle } from '../../platform/testing';
import { field, openRecord, routes, session, type } from '../testing';

beforeEach(() => localStorage.clear());

describe('the rates', () => {
  const rate = {
    ...{
      id: 7,
      version: 2,
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      yearlyCeiling: '48060.00',
      usedUntil: null,
    },
    ...{ socialBaseRate: '98.25', csgRate: '9.2', crdsRate: '0.5', pensionRate: '6.15', trainingRate: '0.35' },
    ...{ vatRate: '10', vatKeptRate: '0.8', payerRate: '1', payerTrainingRate: '0.1' },
  };

  it('begin the next year from the latest row, but for the ceiling', async () => {
    const { harness, http } = await openAt(routes, '/reglages/taux', session);
    http.expectOne('/api/withholding-rates').flush({ items: [rate] });
    const navigation = harness.navigateByUrl('/reglages/taux/nouveaux');
    await new Promise((done) => setTimeout(done));
    http.expectOne('/api/withholding-rates').flush({ items: [rate] });
    await navigation;
    await settle(harness);
    const page = harness.routeNativeElement as HTMLElement;
    expect(field(page, 'Du')?.value).toBe('2027-01-01');
    type(field(page, 'Plafond annuel'), '49 000');
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const { id: _id, version: _version, usedUntil: _usedUntil, ...fields } = rate;
    const sent = http.expectOne({ method: 'POST', url: '/api/withholding-rates' });
    expect(sent.request.body).toEqual({
      ...fields,
      validFrom: '2027-01-01',
      validTo: '2027-12-31',
      yearlyCeiling: '49000.00',
    });
  });

  it('at which a statement is paid can only end sooner', async () => {
    const used = { ...rate, usedUntil: '2026-07-31' };
    const { page } = await openRecord('/reglages/taux/7/modifier', '/api/withholding-rates/7', used);
    expect(field(page, 'CSG')?.disabled).toBe(true);
    expect(field(page, 'Au')?.disabled).toBe(false);
    expect(page.textContent).toContain('31/07/2026');
  });
});
