import { openAt, settle } from '../../platform/testing';
import { anIssued } from '../explain/example';
import { aRow, button, overlay, plain, routes, session } from '../testing';
import type { Statement } from './statement';

function aStatement(): Statement {
  const stock = {
    ...{ opening: 0, printed: 2000, sold: 340, returned: 12, free: { author: 20 }, destroyed: 0, counted: 0 },
    ...{ expected: 1652, closing: 1652, gap: 0 },
  };
  return {
    ...aRow({ number: 'RED-2026-00001', status: 'closed' }),
    carriedIn: '0.00',
    issuedOn: '2026-07-15',
    contentHash: 'ab'.repeat(32),
    periodFrom: '2026-01-01',
    periodTo: '2026-06-30',
    statementNumbers: [],
    payees: [
      { contributorId: 2, name: 'Anne Kerouredan', kind: 'author', share: '100', gross: '2123.20', net: '1799.83' },
    ],
    result: anIssued(),
    book: {
      title: 'Le Silence des marées',
      subtitle: null,
      byline: 'Anne Kerouredan',
      editions: [{ id: 4, isbn13: '9791097005016', productForm: 'paperback', runs: [{ id: '9', number: 2 }], stock }],
    },
  };
}

beforeEach(() => localStorage.clear());

describe('a statement', () => {
  it('says who receives which part of it, where it is not its author alone', async () => {
    const part = { kind: 'rightsHolder' as const, share: '50', gross: '1061.60', net: '899.92' };
    const heirs = [
      { ...part, contributorId: 8, name: 'Rose Kerouredan' },
      { ...part, contributorId: 9, name: 'Paul Kerouredan' },
    ];
    const alone = await openAt(routes, '/droits/redditions/11', session);
    alone.http.expectOne('/api/statements/11').flush({ ...aStatement(), payees: heirs });
    await settle(alone.harness);
    const rows = [...alone.page.querySelectorAll('table tbody tr')].map(plain);
    expect(rows.filter((row) => row.includes('ayant droit'))).toEqual([
      expect.stringMatching(/Rose Kerouredan.*50.*1 061,60 €.*899,92 €/),
      expect.stringMatching(/Paul Kerouredan.*50.*1 061,60 €.*899,92 €/),
    ]);
  });

  it('has every amount of the trace on its page, and each opens on its sum', async () => {
    const { harness, http, page } = await openAt(routes, '/droits/redditions/11', session);
    http.expectOne('/api/statements/11').flush(aStatement());
    await settle(harness);
    const sum = plain(page.querySelector('co-statement-sum'));
    const { withholding, gross, net, runs } = anIssued();
    const amounts = [
      ...[gross, net, runs[0]!.state.amount, runs[0]!.state.lines[0]!.amount],
      ...['csg', 'crds', 'pension', 'training', 'vat', 'vatWithheld', 'payerContribution'].map(
        (kind) => withholding![kind as 'csg'],
      ),
    ];
    for (const amount of amounts) {
      const [euros = '', cents = ''] = amount.split('.');
      expect(sum).toContain(`${euros.replace(/(?=(\d{3})+$)/, ' ').trim()},${cents} €`);
    }
    expect(sum).toContain('2 000 ex. × 13,27 € × 8 % = 2 123,20 €');
    page.querySelector<HTMLButtonElement>('co-statement-sum .grand button')?.click();
    await settle(harness);
    expect(plain(overlay())).toContain('13,27 € = 14,00 € ÷ 1,055 (TVA 5,5 %), arrondi à 2 décimales');
  });

  it('tells the stock’s account of each edition', async () => {
    const { harness, http, page } = await openAt(routes, '/droits/redditions/11', session);
    http.expectOne('/api/statements/11').flush(aStatement());
    await settle(harness);
    expect(plain(page.querySelector('co-stock-account'))).toMatch(/Imprimés\s*\+\s*2 000.*À la fin\s*=\s*1 652/s);
    expect(plain(page.querySelector('co-stock-account'))).toContain('Le compte est juste.');
  });

  it('gives its documents in the language chosen', async () => {
    const { harness, http, page } = await openAt(routes, '/droits/redditions/11', session);
    http.expectOne('/api/statements/11').flush(aStatement());
    await settle(harness);
    button(page, 'English').click();
    await settle(harness);
    const hrefs = [...page.querySelectorAll('aside a')].map((link) => link.getAttribute('href'));
    expect(hrefs).toEqual(['/api/statements/11/xlsx?locale=en&download=true', '/api/statements/11/pdf?locale=en']);
  });
});
