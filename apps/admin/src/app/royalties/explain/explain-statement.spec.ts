import type { IssuedStatement } from '@colophon/domain/royalties';
import type { ExplainNode } from '@colophon/ui/explain';
import french from '../../../i18n/fr/royalties.json';
import { aLine, aState, anIssued, unitPrice } from './example';
import { explainStatement } from './explain-statement';
import { tierNode, type TraceNames } from './explain-run';
import { explainWriter } from './explain-writer';

/** The words of the application itself, filled in as the page fills them. */
const writer = explainWriter('fr-FR', (key, values = {}) => {
  const found = key
    .split('.')
    .reduce<unknown>((words, part) => (words as Record<string, unknown>)?.[part], french.explain);
  if (typeof found !== 'string') throw new Error(`There are no words for ${key}`);
  return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
});
const names: TraceNames = {
  run: (run) => `Tirage ${run}`,
  edition: () => 'broché',
  statement: (number) => `RED-2026-0000${number}`,
  clause: (index) => `Clause ${index + 1}`,
  contract: (id) => `C-${id}`,
  person: (id) => `Personne ${id}`,
};
const plain = (text: string | undefined) => (text ?? '').replaceAll(/[\u202f\u00a0]/g, ' ');
const explain = (with_: Partial<IssuedStatement> = {}) => explainStatement(anIssued(with_), names, writer);

/** Decimal text to whole cents, exactly: the test adds up what the page says. */
function cents(text: string): bigint {
  const [, sign = '', euros = '0', part = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  return BigInt(`${sign}${euros}${part.padEnd(2, '0')}`);
}

/** Each amount is the sum of what it opens on. */
function expectToAddUp(node: ExplainNode): void {
  const children = node.children ?? [];
  const sum = children.reduce((total, child) => total + cents(child.amount ?? '0'), 0n);
  if (children.length > 0 && node.amount !== undefined)
    expect([node.label, cents(node.amount)]).toEqual([node.label, sum]);
  children.forEach(expectToAddUp);
}

describe('a product', () => {
  it('reads as one would write it by hand, down to the price', () => {
    const node = tierNode(aLine(), writer);
    expect(plain(node.formula)).toBe('2 000 ex. × 13,27 € × 8 % = 2 123,20 €');
    expect(plain(node.note)).toBe(
      '13,27 € = 14,00 € ÷ 1,055 (TVA 5,5 %), arrondi à 2 décimales ; prix public TTC en vigueur depuis le 01/01/2020',
    );
    expect(node.amount).toBe('2123.20');
  });

  it('shows the exact product where it is rounded to the cent', () => {
    const node = tierNode(aLine({ copies: 2001, product: '2124.2616', amount: '2124.26' }), writer);
    expect(plain(node.formula)).toBe('2 001 ex. × 13,27 € × 8 % = 2 124,2616 €');
    expect(node.note).toContain('produit arrondi au centime');
  });

  it('keeps the division where the unit price is not rounded', () => {
    const unrounded = { ...unitPrice, rounding: 'none' as const, used: '14.00/1.055' };
    const node = tierNode(aLine({ unitPrice: unrounded, product: '2236/1.055', amount: '2119.43' }), writer);
    expect(plain(node.formula)).toBe('2 000 ex. × (14,00 € ÷ 1,055) × 8 % ≈ 2 119,43 €');
  });

  it.each([
    [{ above: 0, upTo: null, rate: '8' }, 'Tous les exemplaires'],
    [{ above: 0, upTo: 3000, rate: '8' }, 'Jusqu’à 3 000 ex.'],
    [{ above: 3000, upTo: 5000, rate: '8' }, 'Au-delà de 3 000 et jusqu’à 5 000 ex.'],
    [{ above: 5000, upTo: null, rate: '8' }, 'Au-delà de 5 000 ex.'],
  ])('names the tier %o', (tier, label) => {
    expect(plain(tierNode(aLine({ tier }), writer).label)).toBe(label);
  });
});

describe('the tree of a statement', () => {
  it('adds up at every level, from the net to the tiers', () => {
    const { net, gross, payer } = explain();
    expect(net.amount).toBe('1799.83');
    expect(gross.amount).toBe('2123.20');
    expectToAddUp(net);
    expectToAddUp(payer!);
  });

  it('has each amount of the withholding as the engine computed it', () => {
    const { withheld } = explain();
    expect(withheld.map(({ amount }) => amount)).toEqual([
      '-191.92',
      '-10.43',
      '-130.58',
      '-7.43',
      '212.32',
      '-195.33',
    ]);
    expect(plain(withheld[0]!.formula)).toBe('2 086,04 € × 9,2 % = 191,92 €');
  });

  it('says which copies bear no royalty', () => {
    const breakdown = {
      accepted: 3001,
      authorCopies: 20,
      legalDeposit: 2,
      reviewCopies: 0,
      reviewCopiesOfPercent: 90,
      bearing: 2889,
    };
    const run = { ...anIssued().runs[0]!, state: aState({ breakdown, counterBefore: 2000, counterAfter: 4889 }) };
    const [node] = explain({ runs: [run] }).lines;
    expect(plain(node!.formula)).toBe(
      '3 001 ex. acceptés − 20 d’auteur − 2 dépôt légal − 90 service de presse (en %) = 2 889 ex.',
    );
    expect(plain(node!.note)).toBe('Exemplaires comptés au contrat : de 2 000 à 4 889. · Clause 1');
  });

  it('takes the others’ shares off a pool', () => {
    const pool = { shares: ['60', '40'], parts: ['1273.92', '849.28'], index: 1 };
    const run = { ...anIssued().runs[0]!, state: aState({ pool, amount: '849.28' }) };
    const [node] = explain({ runs: [run] }).lines;
    expect(node!.children!.map(({ amount }) => amount)).toEqual(['2123.20', '-1273.92']);
    expectToAddUp(node!);
  });

  it('sets an adjustment against the statement it corrects', () => {
    const adjustment = {
      kind: 'adjustment' as const,
      reason: 'corrected' as const,
      clause: 0,
      edition: '4',
      run: '9',
      date: '2026-02-10',
      origin: { statement: 1, date: '2026-06-30' },
      before: aState(),
      after: aState({ lines: [aLine({ copies: 1900, product: '2017.04', amount: '2017.04' })], amount: '2017.04' }),
      amount: '-106.16',
    };
    const [node] = explain({ adjustmentLines: [adjustment] }).adjustments;
    expect(node!.note).toBe('Compté d’abord dans RED-2026-00001, le 30/06/2026. · Clause 1');
    expectToAddUp(node!);
    expect(node!.children![1]!.children![0]!.amount).toBe('-2123.20');
  });

  it('carries what is under the threshold, and says so', () => {
    const { withholding: _withholding, ...unpaid } = anIssued({
      gross: '0.00',
      net: '0.00',
      carriedOut: '2123.20',
      outcome: 'belowThreshold',
      paymentThreshold: '3000.00',
    });
    const sums = explainStatement(unpaid, names, writer);
    expectToAddUp(sums.net);
    expect(plain(sums.carriedOut.note)).toBe('Sous le seuil de paiement du contrat (3 000,00 €).');
    expect(sums.payer).toBeUndefined();
  });

  it('counts what was sold less what came back', () => {
    const price = { unitPrice, sold: 500, returned: 40, held: 60, released: 10, net: 410 };
    const sums = explain({
      runs: [],
      lines: [{ ...aLine({ copies: 410, product: '435.256', amount: '435.26' }), kind: 'sold' }],
      soldCounts: [
        { kind: 'soldCount', clause: 0, edition: '4', prices: [price], counterBefore: 0, counterAfter: 410 },
      ],
    });
    expect(plain(sums.lines[0]!.formula)).toBe(
      '500 vendus − 40 retournés − 60 mis en provision + 10 repris de provision = 410 ex.',
    );
    expect(sums.lines[0]!.children![0]!.amount).toBe('435.26');
  });
});

describe('every other kind of line', () => {
  const receipts = { kind: 'netReceipts' as const, clause: 1, edition: '5', rate: '25' };

  it('says of receipts their mode, their copies, their rounding and their clause', () => {
    const line = {
      ...receipts,
      mode: 'unit' as const,
      copies: 85,
      receipts: '563.46',
      product: '140.865',
      amount: '140.87',
    };
    const [node] = explain({ runs: [], lines: [line] }).lines;
    expect(node?.label).toBe('Part des ventes à l’unité, broché');
    expect(plain(node?.formula)).toBe('563,46 € × 25 % = 140,865 €');
    expect(plain(node?.note)).toBe('85 ex. · produit arrondi au centime · Clause 2');
  });

  it('says of a sold right who paid, for what, the tax, the agent, and what the share is of', () => {
    const income = {
      ...{ date: '2026-02-20', licensee: 'Kampa Verlag', right: 'translation', territory: 'DE' },
      ...{ gross: '1000.00', foreignTax: '50.00', net: '950.00', agentFee: '95.00', on: 'net' as const },
    };
    const line = {
      ...{ kind: 'thirdParty' as const, clause: 2, edition: '4', receipts: '855.00', rate: '50' },
      ...{ product: '427.5', amount: '427.50', income },
    };
    const [node] = explain({ runs: [], lines: [line] }).lines;
    expect(node?.label).toBe('Part de la cession à Kampa Verlag (traduction)');
    expect(plain(node?.note)).toContain(
      'Encaissé le 20/02/2026 DE, 1 000,00 € bruts − 50,00 € de retenue étrangère = 950,00 € encaissés, moins 95,00 € de commission d’agent',
    );
  });

  it('says of a flat fee when it fell due, and that it came in late', () => {
    const line = {
      kind: 'flatFee' as const,
      clause: 0,
      edition: '4',
      dueOn: '2025-11-30',
      amount: '500.00',
      late: true as const,
    };
    const [node] = explain({ runs: [], lines: [line] }).lines;
    expect(node).toMatchObject({ label: 'Forfait, broché', amount: '500.00' });
    expect(node?.note).toBe('Échu le 30/11/2025 · Daté d’avant la période : entré depuis. · Clause 1');
  });

  it('reads an amount per copy without a price', () => {
    const node = tierNode(
      aLine({
        tier: { above: 0, upTo: null, amountPerCopy: '0.80' },
        unitPrice: undefined,
        product: '1600',
        amount: '1600.00',
      }),
      writer,
    );
    expect(plain(node.formula)).toBe('2 000 × 0,80 € = 1 600,00 €');
  });

  it('tells the reserve of a sales line, a re-launch and the late copies', () => {
    const price = {
      unitPrice,
      sold: 1000,
      returned: 150,
      held: 170,
      released: 0,
      net: 680,
      late: { sold: 40, returned: 0 },
    };
    const count = {
      ...{ kind: 'soldCount' as const, clause: 0, edition: '4', prices: [price], counterBefore: 0, counterAfter: 680 },
      reserve: { percent: '20', base: 850, held: 170, released: 0, relaunch: true as const },
    };
    const [node] = explain({ runs: [], lines: [], soldCounts: [count] }).lines;
    expect(plain(node?.formula)).toContain('1 000 vendus − 150 retournés − 170 mis en provision = 680 ex.');
    expect(plain(node?.note)).toContain('Provision d’une relance : 20 % de 850 ex. = 170 ex. retenus');
    expect(plain(node?.note)).toContain('Dont, d’avant la période : 40 ex. vendus');
  });

  it('adds up a price corrected after the close, from what was stated to what it gives now', () => {
    const before = { ...receipts, receipts: '100.00', product: '25', amount: '25.00' };
    const after = { ...receipts, rate: '30', receipts: '100.00', product: '30', amount: '30.00' };
    const origin = { statement: 1, date: '2025-12-31' };
    const adjustment = {
      ...{ kind: 'lineAdjustment' as const, clause: 1, edition: '5', reason: 'termsCorrected' as const, origin },
      ...{ before: [before], after: [after], amount: '5.00' },
    };
    const { adjusted } = explain({ adjustments: '5.00', lineAdjustments: [adjustment] });
    expectToAddUp(adjusted);
    expect(adjusted.children?.[0]?.label).toBe('Clause corrigée, broché');
    expect(plain(adjusted.children?.[0]?.children?.[1]?.note)).toContain(
      'Déjà compté dans RED-2026-00001 du 31/12/2025',
    );
  });

  it('adds up with a top-up of the guaranteed minimum and a set-off', () => {
    const topUpTrace = { guaranteed: '3000.00', earned: '2123.20', before: '0.00', amount: '876.80' };
    const setOff = [{ agreement: '3', contract: '8', amount: '500.00' }];
    const sums = explain({ topUp: '876.80', topUpTrace, setOff, gross: '2500.00' });
    expectToAddUp(sums.gross);
    expect(plain(sums.topUp?.formula)).toBe('3 000,00 € garantis − 2 123,20 € acquis − 0,00 € déjà complétés');
    expect(sums.setOff[0]).toMatchObject({ label: 'Compensé avec l’à-valoir du contrat C-8', amount: '-500.00' });
  });

  it('adds up for heirs and an agent, each with their own withholding', () => {
    const { withholding, ...rest } = anIssued();
    const payees = [
      {
        author: '2',
        kind: 'rightsHolder' as const,
        share: '100',
        gross: '2123.20',
        agentFee: '212.32',
        net: '1587.51',
        withholding,
      },
      { author: '9', kind: 'agent' as const, share: '10', gross: '212.32', net: '212.32' },
    ];
    const sums = explainStatement({ ...rest, payees, net: '1799.83' }, names, writer);
    expectToAddUp(sums.net);
    expect(sums.withheld).toEqual([]);
    expect(sums.payees.map(({ label }) => label)).toEqual(['Personne 2, ayant droit', 'Personne 9, agent']);
  });

  it('redoes a part payment and an abated base', () => {
    const { withholding } = anIssued();
    const lines = [
      {
        ...{ kind: 'csg' as const, base: '982.50', rate: '9.2', amount: '90.39' },
        of: { abated: '1000.00', full: '0.00', abatedPart: '98.25' },
        paidBefore: { base: '982.50', amount: '90.39' },
      },
    ];
    const sums = explain({ withholding: { ...withholding!, lines } });
    expect(plain(sums.withheld[0]?.formula)).toBe('(982,50 € + 982,50 €) × 9,2 % − 90,39 € déjà retenus = 90,39 €');
    expect(plain(sums.withheld[0]?.note)).toContain('Assiette : 98,25 % de 1 000,00 €.');
  });
});
