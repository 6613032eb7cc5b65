/** What the engine issues, put into words: every case of the conformance kit comes out as a statement that adds up. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { statementDefinition, statementXlsx } from '@colophon/documents/statements';
import { readRoyaltyCase } from '@colophon/domain/conformance';
import { Rational } from '@colophon/domain/money';
import { computeRoyalties, type IssuedStatement } from '@colophon/domain/royalties';
import { Workbook } from 'exceljs';

import { workedOut } from '../../../../libs/documents/src/xlsx/worked-out.fixture';
import type { StatementSnapshot } from '../royalties';
import { statementData } from './statement-data';
import type { StatementToPrint } from './statement-to-print';

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly expected: unknown;
  readonly contracts: readonly { readonly id: string; readonly clauses: StatementSnapshot['contract']['clauses'] }[];
  readonly editions: readonly { readonly id: string; readonly digital?: boolean }[];
}

const folder = resolve(__dirname, '../../../../libs/domain/conformance/cases');
const cases = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Case[])
  // A refused case issues nothing.
  .filter((one) => one.kind === 'royalty' && Array.isArray(one.expected));

function statementsOf(one: Case): StatementToPrint[] {
  const issued = computeRoyalties(readRoyaltyCase(one)).filter(({ kind }) => kind === 'statement') as IssuedStatement[];
  return issued.map((statement, index) => ({
    ...{
      number: `RED-2026-${String(index + 1).padStart(5, '0')}`,
      issuedOn: '2026-07-15',
      createdAt: '2026-07-15T00:00:00Z',
    },
    ...{ kind: 'period', issued: statement, snapshot: snapshotOf(one, statement), gapReason: null, logo: null },
  }));
}

/** The content that a house would have kept: nothing of it counts for an amount. */
function snapshotOf(one: Case, issued: IssuedStatement): StatementSnapshot {
  const contract = one.contracts.find(({ id }) => id === issued.contract);
  const used = new Set((contract?.clauses ?? []).map(({ edition }) => edition));
  const nobody = { siret: null, ibanLast4: null };
  return {
    ...{
      periodFrom: issued.from ?? '2026-01-01',
      periodTo: issued.date,
      advances: [],
      statementNumbers: ['RED-2025-00001'],
    },
    ...{
      socialRegime: 'withheld',
      vatRegime: 'withheld',
      withholdingTaxRate: '0',
      licences: [],
      yearlyCeiling: '48060.00',
    },
    house: { name: 'Éditions du Phare', address: ['1, quai du Port', '29200 Brest'] },
    payee: {
      ...{ name: 'A. Nom', civilName: 'A. Nom', pseudonym: null, address: ['1, rue du Port'], vatNumber: null },
      ...{ ...nobody, socialSecurityNumberLast2: null, roles: ['A01'] },
    },
    contract: { reference: issued.contract, signedOn: null, clauses: contract?.clauses ?? [] },
    payees: (issued.payees ?? []).map(({ author }) => ({
      ...{ contributorId: author as unknown as number, name: author, address: [], ...nobody },
    })),
    book: {
      ...{ title: 'Le Livre', subtitle: null, byline: 'A. Nom' },
      editions: one.editions
        .filter(({ id }) => used.has(id))
        .map(({ id }) => ({
          ...{ id: id as unknown as number, isbn13: null, productForm: 'paperback', isDigital: false },
          ...{ publicationDate: null, vatRate: '5.5', prices: [], runs: [], stock: null },
        })),
    },
  };
}

const toSixDecimals = (value: Rational) => value.roundedHalfAwayFromZero(6);

it('knows the kit', () => {
  expect(cases.length).toBeGreaterThan(90);
});

it.each(cases.map((one) => [one.id, one] as const))(
  '%s: its statements add up, on paper and in each cell',
  async (_, one) => {
    for (const statement of statementsOf(one)) {
      const data = statementData(statement, 'fr');
      expect(data.account.gross).toBe(statement.issued.gross);
      const isAlone = (statement.issued.payees ?? []).length < 2;
      expect(data.recap?.net).toBe(isAlone ? statement.issued.net : undefined);
      // Refused where a total is not what its lines come to.
      const workbook = new Workbook();
      await workbook.xlsx.load(Buffer.from(await statementXlsx(data)) as unknown as ArrayBuffer);
      const wrong = workedOut(workbook).filter(
        ({ exact, said }) => !toSixDecimals(exact).equals(toSixDecimals(Rational.parse(said))),
      );
      expect(wrong.map(({ cell, formula, said }) => `${cell} ${formula}, said ${said}`)).toEqual([]);
      expect(JSON.stringify(statementDefinition(data).content)).not.toMatch(/undefined|NaN/);
      expect(statementData(statement, 'en').account.gross).toBe(data.account.gross);
    }
  },
);
