import { ContractRecord, readContract, SaveContract, storedClauses, clauseInputOf, nowOf } from '../../contracts';
import type { ContractInput } from '../../contracts';
import { ContributorRecord } from '../../parties';
import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { DemoStep } from './step';

/** What one contract says beyond the file that it came from. */
type Terms = (contract: ContractInput, idOf: (reference: string) => number) => Partial<ContractInput>;

/** Half of what the house cashes for the rights that it sells. */
const sharesRights: Terms = ({ clauses }) => ({
  clauses: [...clauses, { editionId: clauses[0]!.editionId, basis: 'thirdParty', rate: '50' }],
});

const goesToHeirs: Terms = (_contract, idOf) => ({
  payees: [
    { contributorId: idOf('H001'), kind: 'rightsHolder', share: '50' },
    { contributorId: idOf('H002'), kind: 'rightsHolder', share: '50' },
  ],
});

const terms: readonly (readonly [reference: string, terms: Terms])[] = [
  ['GL-2023-006', sharesRights],
  ['GL-2022-009', sharesRights],
  ['GL-2024-019', sharesRights],
  // Represented by an agency, which has 15 % of what the author is left with.
  [
    'GL-2024-019',
    ({ contributorId }, idOf) => ({
      payees: [
        { contributorId, kind: 'author', share: '100' },
        { contributorId: idOf('AG01'), kind: 'agent', share: '15' },
      ],
    }),
  ],
  ['GL-2024-051', goesToHeirs],
  ['GL-2024-113', goesToHeirs],
  // Paid on copies sold at first, with a reserve for returns.
  [
    'GL-2024-011',
    ({ clauses }) => ({
      statementFrequency: 'half-yearly',
      clauses: clauses.map(({ editionId, tiers = [] }) => ({
        ...{ editionId, basis: 'sold', tiers },
        returnReserve: { percent: '20', maxStatements: 2 },
      })),
    }),
  ],
  ['GL-2024-015', () => ({ guaranteedMinimum: '3000', endsOn: '2030-09-25' })],
  [
    'GL-2025-103',
    () => ({
      advances: [
        { label: 'à la signature', amount: '600', dueOn: '2025-11-28', paidOn: '2025-11-28' },
        { label: 'à la remise du manuscrit', amount: '600', dueOn: '2026-07-31' },
        { label: 'à la parution', amount: '600', dueOn: '2026-10-21' },
      ],
    }),
  ],
];

interface Preface {
  readonly reference: string;
  readonly author: string;
  /** Of the book, by the contract of its author. */
  readonly besides: string;
  readonly signedOn: string;
  readonly clause: Omit<ContractInput['clauses'][number], 'editionId'>;
}

const prefaces: readonly Preface[] = [
  {
    ...{ reference: 'GL-2025-PREF-1', author: 'A058', besides: 'GL-2024-108', signedOn: '2025-03-12' },
    clause: { basis: 'flatFee', amount: '450', dueOn: '2025-09-15' },
  },
  {
    ...{ reference: 'GL-2025-PREF-2', author: 'A060', besides: 'GL-2024-099', signedOn: '2025-06-02' },
    clause: { basis: 'printed', tiers: [{ upTo: null, amountPerCopy: '0.15' }] },
  },
];

/** What contracts say that their file has no column for, and the contracts of two prefaces; all or nothing. */
export const signContracts: DemoStep = async ({ app, actor, say }) => {
  const database = app.get(Database);
  if (await database.reader.existsBy(ContractRecord, { reference: prefaces[0]!.reference })) return;
  say('Ce que des contrats disent de plus, et deux préfaces…');
  const save = app.get(SaveContract);
  const today = app.get(Clock).today();
  await database.transaction(actor, async (tx) => {
    const people = await tx.find(ContributorRecord, { select: { id: true, externalId: true } });
    const idOf = (reference: string) => people.find(({ externalId }) => externalId === reference)!.id;
    for (const [reference, more] of terms) {
      const { id, ...contract } = await contractOf(tx, reference, today);
      await save.updateIn(tx, id, { ...contract, ...more(contract, idOf) });
    }
    for (const preface of prefaces) {
      const besides = await contractOf(tx, preface.besides, today);
      await save.createIn(tx, prefaceOf(preface, besides, idOf(preface.author)));
    }
  });
};

async function contractOf(tx: Tx, reference: string, today: string): Promise<ContractInput & { id: number }> {
  const { id } = await tx.findOneByOrFail(ContractRecord, { reference });
  const contract = await readContract(tx, id, { locale: 'fr', today });
  const clauses = (await storedClauses(tx, [id])).map((clause) => clauseInputOf(nowOf(clause)));
  return { ...contract, clauses } as ContractInput & { id: number };
}

function prefaceOf(preface: Preface, { workId, clauses }: ContractInput, contributorId: number): ContractInput {
  const { reference, signedOn, clause } = preface;
  return {
    ...{ reference, signedOn, contributorId, workId, status: 'active', statementFrequency: 'annual' },
    clauses: [{ ...clause, editionId: clauses[0]!.editionId }],
  };
}
