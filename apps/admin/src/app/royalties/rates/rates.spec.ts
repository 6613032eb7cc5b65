import { openAt, settle } from '../../platform/testing';
import { button, field, openRecord, plain, routes, session, type } from '../testing';

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
    ...{ vatRate: '10', vatKeptRate: '0.8', payerRate: '1', payerTrainingRate: '0.1', withholdingTaxRate: '25' },
    ...{
      pensionReliefRate: '0.75',
      uncappedPensionReliefRate: '0.4',
      overseasVatRate: '2.1',
      overseasVatKeptRate: '0.4',
    },
    ...{ copiedFrom: null, note: null },
  };

  it('begin the next year from the latest row, but for the ceiling', async () => {
    const { harness, http } = await openAt(routes, '/reglages/taux', session);
    http.expectOne('/api/withholding-rates').flush({ items: [rate], offered: null });
    const navigation = harness.navigateByUrl('/reglages/taux/nouveaux');
    await new Promise((done) => setTimeout(done));
    http.expectOne('/api/withholding-rates').flush({ items: [rate], offered: null });
    await navigation;
    await settle(harness);
    const page = harness.routeNativeElement as HTMLElement;
    expect(field(page, 'Du')?.value).toBe('2027-01-01');
    type(field(page, 'Plafond annuel'), '49 000');
    page.querySelector<HTMLFormElement>('form')?.requestSubmit();
    await settle(harness);
    const { id: _id, version: _version, usedUntil: _usedUntil, copiedFrom: _copiedFrom, ...fields } = rate;
    const sent = http.expectOne({ method: 'POST', url: '/api/withholding-rates' });
    expect(sent.request.body).toEqual({
      ...fields,
      validFrom: '2027-01-01',
      validTo: '2027-12-31',
      yearlyCeiling: '49000.00',
    });
  });

  it('of last year are confirmed for a year that has none by one click', async () => {
    const offered = { year: 2027, copiedFrom: '2026-01-01', yearlyCeiling: '48060.00' };
    const { harness, http } = await openAt(routes, '/reglages/taux', session);
    http.expectOne('/api/withholding-rates').flush({ items: [rate], offered });
    await settle(harness);
    const treaty = {
      id: 3,
      version: 1,
      country: 'CH',
      validFrom: '2000-01-01',
      rate: '5',
      note: null,
      verified: false,
    };
    http.expectOne('/api/treaty-rates').flush({ items: [treaty] });
    http
      .expectOne('/api/das2-thresholds')
      .flush({ items: [{ id: 1, version: 1, validFrom: '2024-01-01', amount: '2400.00' }] });
    await settle(harness);
    const page = harness.routeNativeElement as HTMLElement;
    expect(plain(page)).toContain('Aucun taux n’est enregistré pour 2027');
    expect(plain(page)).toContain('Suisse');
    expect(plain(page)).toContain('2 400,00 €');
    button(page, 'Confirmer les taux de 2026 pour 2027').click();
    const sent = http.expectOne({ method: 'POST', url: '/api/withholding-rates/confirm-year' });
    expect(sent.request.body).toEqual({ year: 2027 });
    sent.flush({ ...rate, id: 8 });
    await settle(harness);
    http.expectOne('/api/withholding-rates').flush({ items: [{ ...rate, copiedFrom: '2026-01-01' }], offered: null });
    await settle(harness);
    expect(plain(page)).toContain('Repris de 2026');
    expect(plain(page)).not.toContain('Aucun taux n’est enregistré');
    button(page, 'Marquer comme vérifiée').click();
    const verified = http.expectOne({ method: 'PUT', url: '/api/treaty-rates/3' });
    expect(verified.request.body).toMatchObject({ country: 'CH', rate: '5', verified: true, version: 1 });
  });

  it('at which a statement is paid can only end sooner', async () => {
    const used = { ...rate, usedUntil: '2026-07-31' };
    const { page } = await openRecord('/reglages/taux/7/modifier', '/api/withholding-rates/7', used);
    expect(field(page, 'CSG')?.disabled).toBe(true);
    expect(field(page, 'Au')?.disabled).toBe(false);
    expect(page.textContent).toContain('31/07/2026');
  });
});
