import { WorkRecord } from '../../catalogue';
import { Database } from '../../platform/database/database';
import { RecordRightsIncome, SaveLicence, type LicenceInput, type RightsIncomeInput } from '../../royalties';
import type { DemoHands, DemoStep } from './step';

interface Sold {
  /** By the reference of the work's file. */
  readonly work: string;
  readonly licence: Omit<LicenceInput, 'workId'>;
  readonly cashed: readonly RightsIncomeInput[];
}

/** A paperback, a translation whose publisher withholds its country's tax, an audiobook. */
const sold: readonly Sold[] = [
  {
    work: 'O017',
    licence: {
      ...{ reference: 'CES-2025-001', licensee: 'Poches du Levant', right: 'paperback', signedOn: '2025-09-10' },
      ...{ startsOn: '2026-04-01', endsOn: '2031-03-31', advance: '2500', authorInformedOn: '2025-09-15' },
    },
    cashed: [
      { cashedOn: '2025-10-06', gross: '1250', reference: 'À la signature' },
      { cashedOn: '2026-04-14', gross: '1250', reference: 'À la parution' },
    ],
  },
  {
    work: 'O008',
    licence: {
      ...{ reference: 'CES-2025-002', licensee: 'Edizioni della Lontra', right: 'translation', language: 'ita' },
      ...{ territories: ['IT', 'SM'], signedOn: '2025-05-20', advance: '1800', authorInformedOn: '2025-05-22' },
    },
    cashed: [{ cashedOn: '2025-07-03', gross: '1800', foreignTax: '90', agentFee: '180', reference: 'À-valoir' }],
  },
  {
    work: 'O005',
    licence: {
      ...{ reference: 'CES-2026-001', licensee: 'Voix hautes', right: 'audio', signedOn: '2026-01-19' },
      ...{ startsOn: '2026-03-01', endsOn: '2033-02-28', advance: '900' },
    },
    cashed: [{ cashedOn: '2026-02-12', gross: '900', reference: 'À-valoir' }],
  },
];

/** Rights sold to others and what they have paid; each licence and each sum once. */
export const sellRights: DemoStep = async (hands) => {
  const known = await readKnown(hands);
  const left = sold.filter(({ licence, cashed }) => known.get(licence.reference)?.times !== cashed.length);
  if (left.length === 0) return;
  hands.say('Les droits cédés et leurs recettes…');
  for (const each of left) await enter(hands, each, known.get(each.licence.reference));
};

interface Known {
  readonly id: number;
  readonly times: number;
}

async function enter({ app, actor }: DemoHands, { work, licence, cashed }: Sold, known: Known | undefined) {
  const { id: workId } = await app.get(Database).reader.findOneByOrFail(WorkRecord, { externalId: work });
  const id = known?.id ?? (await app.get(SaveLicence).create(actor, { ...licence, workId })).id;
  for (const income of cashed.slice(known?.times ?? 0)) await app.get(RecordRightsIncome).record(actor, id, income);
}

async function readKnown({ app }: DemoHands): Promise<Map<string, Known>> {
  const rows: (Known & { reference: string })[] = await app
    .get(Database)
    .reader.query(
      `SELECT v.id, v.reference, (SELECT count(*)::int FROM rights_income i WHERE i.licence_id = v.id) AS times FROM rights_licence v`,
    );
  return new Map(rows.map((row) => [row.reference, row]));
}
