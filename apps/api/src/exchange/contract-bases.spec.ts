import { smallHouse, startImports } from '../../../../tests/support/imports';

let imports: Awaited<ReturnType<typeof startImports>>;

beforeAll(async () => {
  imports = await startImports();
  await imports.importNow(smallHouse);
});
afterAll(() => imports.api.close());

const header = 'Contrat;Auteur;ISBN;Assiette;Taux;Forfait dû le';

const contracts = {
  'contrats.csv': `${header}
C9;A1;9782070612758;tirage;8 %;
C9;A1;9782070612758;recettes nettes;25 %;
C9;A1;9782070612758;droits cédés;50 %;
C9;A1;9782070612758;forfait;1 500,00;01/09/2026
`,
};

it('takes every basis of a contract, a row each, and finds them unchanged when they are brought again', async () => {
  await imports.importNow(contracts);
  const clauses = await imports.api.sql(
    `SELECT basis, tiers, rate, flat_amount AS amount, flat_due_on AS due FROM contract_clause l JOIN contract c ON c.id = l.contract_id
     WHERE c.reference = 'C9' ORDER BY l.position`,
  );
  expect(clauses).toEqual([
    { basis: 'printed', tiers: [{ upTo: null, rate: '8' }], rate: null, amount: null, due: null },
    { basis: 'netReceipts', tiers: [], rate: '25', amount: null, due: null },
    { basis: 'thirdParty', tiers: [], rate: '50', amount: null, due: null },
    { basis: 'flatFee', tiers: [], rate: null, amount: '1500.00', due: '2026-09-01' },
  ]);
  const again = await imports.importNow(contracts);
  expect(again.tables[0].counts).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
});

it.each([
  ['a flat fee without a day', 'C10;A1;9782070612758;forfait;1500;', [2, 'Forfait dû le']],
  ['a share that is no percentage', 'C10;A1;9782070612758;droits cédés;moitié;', [2, 'Taux']],
  ['a basis that nobody knows', 'C10;A1;9782070612758;au poids;8 %;', [2, 'Assiette']],
])('tells %s at its cell', async (_what, row, place) => {
  const checked = await imports.bring({ 'contrats.csv': `${header}\n${row}\n` });
  expect(checked.status).toBe('refused');
  expect(checked.errorsOf.map(({ row: at, column }) => [at, column])).toContainEqual(place);
});
