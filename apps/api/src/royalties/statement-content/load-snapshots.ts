import { isDigital, type ProductForm } from '@colophon/domain/catalogue';
import type { ClauseDraft } from '@colophon/domain/contracts';

import { addressLines, HouseRecord, letterhead, type Address } from '../../parties';
import type { Tx } from '../../platform/database/database';
import type { SnapshotEdition, SnapshotPayee, SnapshotRun, StatementSnapshot } from './snapshot';
import { loadRates } from '../facts/load-rates';
import { loadLicences, loadParties, type ContractLicence } from './load-parties';
import { stockAccounts, type StockAnswer, type StockQuestion } from './stock-figures';

/** One contract's statement to gather the content of. */
export interface SnapshotQuestion {
  readonly contractId: number;
  readonly clauses: readonly ClauseDraft[];
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly paymentDate: string;
}

/** Everything the documents of these statements need, gathered in a few queries; in the questions' order. */
export async function loadSnapshots(tx: Tx, questions: readonly SnapshotQuestion[]): Promise<StatementSnapshot[]> {
  const ids = questions.map((question) => question.contractId);
  const contracts = new Map((await loadContracts(tx, ids)).map((contract) => [contract.id, contract]));
  const editions = Map.groupBy(await loadEditions(tx, ids), (edition) => edition.contractId);
  const stock = await stockOf(tx, questions, editions);
  const parties = await loadParties(tx, ids);
  const licences = Map.groupBy(await loadLicences(tx, ids), ({ contractId }) => contractId);
  const rates = await loadRates(tx);
  const house = letterhead(await tx.findOneByOrFail(HouseRecord, { onlyRow: true }));
  return questions.map((question) => {
    const contract = contracts.get(question.contractId);
    if (!contract) throw new Error(`Contract ${question.contractId} vanished while its statement was computed.`);
    const own = (editions.get(question.contractId) ?? []).map(({ contractId, ...edition }): SnapshotEdition => ({
      ...edition,
      isDigital: isDigital(edition.productForm as ProductForm),
      stock: stock.get(`${contractId}/${edition.id}`)?.figures ?? null,
      ...movementsOf(stock.get(`${contractId}/${edition.id}`)),
    }));
    const signed = (licences.get(contract.id) ?? []).filter(isSignedIn(question)).map(({ licence }) => licence);
    const ceiling = rates.find(
      ({ from, to }) => from <= question.paymentDate && question.paymentDate <= to,
    )?.yearlyCeiling;
    return {
      ...snapshot({ question, contract, editions: own, house }),
      ...parties(contract.id),
      licences: signed,
      ...(ceiling ? { yearlyCeiling: ceiling.toString() } : {}),
    };
  });
}

function movementsOf(answer: StockAnswer | undefined): Pick<SnapshotEdition, 'movements'> {
  if (!answer || answer.detail.soldBy.length + answer.detail.destroyedAt.length === 0) return {};
  return { movements: answer.detail };
}

function isSignedIn({ periodFrom, periodTo }: SnapshotQuestion) {
  return ({ licence }: ContractLicence) => periodFrom <= licence.signedOn && licence.signedOn <= periodTo;
}

function snapshot(given: {
  question: SnapshotQuestion;
  contract: ContractContent;
  editions: SnapshotEdition[];
  house: StatementSnapshot['house'];
}): StatementSnapshot {
  const { question, contract } = given;
  const profile = contract.profiles.findLast((candidate) => candidate.from <= question.paymentDate);
  return {
    periodFrom: question.periodFrom,
    periodTo: question.periodTo,
    house: given.house,
    payee: { ...contract.payee, address: addressLines(contract.address) },
    contract: { reference: contract.reference, signedOn: contract.signedOn, clauses: question.clauses },
    advances: contract.advances,
    book: { title: contract.title, subtitle: contract.subtitle, byline: contract.byline, editions: given.editions },
    statementNumbers: contract.statementNumbers,
    socialRegime: profile?.social ?? 'withheld',
    vatRegime: profile?.vat ?? 'withheld',
    withholdingTaxRate: profile?.withholdingTaxRate ?? '0',
  };
}

interface ContractContent {
  readonly id: number;
  readonly reference: string;
  readonly signedOn: string | null;
  readonly title: string;
  readonly subtitle: string | null;
  readonly byline: string;
  readonly payee: Omit<SnapshotPayee, 'address'>;
  readonly address: Address;
  readonly advances: StatementSnapshot['advances'];
  readonly statementNumbers: readonly string[];
  readonly profiles: readonly {
    readonly from: string;
    readonly social: StatementSnapshot['socialRegime'];
    readonly vat: StatementSnapshot['vatRegime'];
    readonly withholdingTaxRate: string;
  }[];
}

function loadContracts(tx: Tx, ids: readonly number[]): Promise<ContractContent[]> {
  return tx.query(
    `SELECT c.id, c.reference, c.signed_on AS "signedOn", w.title, w.subtitle, p.address,
       coalesce((SELECT string_agg(o.display_name, ', ' ORDER BY x.sequence) FROM work_contributor x JOIN contributor o ON o.id = x.contributor_id
         WHERE x.work_id = w.id), '') AS byline,
       jsonb_build_object('name', p.display_name, 'civilName', concat_ws(' ', p.first_name, p.last_name), 'pseudonym', p.pseudonym,
         'siret', p.siret, 'vatNumber', p.vat_number, 'ibanLast4', p.iban_last4, 'socialSecurityNumberLast2', p.social_security_number_last2,
         'roles', (SELECT coalesce(jsonb_agg(x.role ORDER BY x.sequence), '[]') FROM work_contributor x WHERE x.work_id = w.id AND x.contributor_id = p.id)
       ) AS payee,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('label', a.label, 'paidOn', a.paid_on, 'amount', a.amount::text) ORDER BY a.paid_on, a.id), '[]')
         FROM contract_advance a WHERE a.contract_id = c.id AND a.paid_on IS NOT NULL) AS advances,
       (SELECT coalesce(jsonb_agg(s.number ORDER BY k.entry), '[]') FROM royalty_statement s JOIN closing k ON k.id = s.closing_id
         WHERE s.contract_id = c.id AND k.status = 'closed') AS "statementNumbers",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('from', f.valid_from, 'social', f.social, 'vat', f.vat,
         'withholdingTaxRate', f.withholding_tax_rate::text) ORDER BY f.valid_from), '[]')
         FROM contributor_tax_profile f WHERE f.contributor_id = p.id) AS profiles
     FROM contract c JOIN work w ON w.id = c.work_id JOIN contributor p ON p.id = c.contributor_id WHERE c.id = ANY($1)`,
    [ids],
  );
}

interface EditionContent extends Omit<SnapshotEdition, 'stock' | 'isDigital'> {
  readonly contractId: number;
  readonly runs: readonly SnapshotRun[];
}

function loadEditions(tx: Tx, contractIds: readonly number[]): Promise<EditionContent[]> {
  return tx.query(
    `SELECT l.contract_id AS "contractId", e.id, e.isbn13, e.product_form AS "productForm", e.publication_date AS "publicationDate",
       e.vat_rate::text AS "vatRate",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('from', v.valid_from, 'inclVat', v.retail_price_incl_vat::text) ORDER BY v.valid_from), '[]')
         FROM edition_price v WHERE v.edition_id = e.id) AS prices,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id::text, 'number', r.number, 'acceptedOn', r.accepted_on, 'printerName', r.printer_name,
         'ordered', r.quantity_ordered, 'delivered', r.quantity_delivered, 'accepted', r.quantity_accepted) ORDER BY r.accepted_on, r.id), '[]')
         FROM print_run r WHERE r.edition_id = e.id AND r.status = 'accepted') AS runs
     FROM (SELECT contract_id, edition_id, min(position) AS position FROM contract_clause WHERE contract_id = ANY($1) GROUP BY contract_id, edition_id) l
     JOIN edition e ON e.id = l.edition_id ORDER BY l.contract_id, l.position`,
    [contractIds],
  );
}

async function stockOf(
  tx: Tx,
  questions: readonly SnapshotQuestion[],
  editions: ReadonlyMap<number, readonly EditionContent[]>,
) {
  const keys: string[] = [];
  const asked: StockQuestion[] = [];
  for (const { contractId, periodFrom, periodTo } of questions) {
    for (const edition of editions.get(contractId) ?? []) {
      if (isDigital(edition.productForm as ProductForm)) continue;
      keys.push(`${contractId}/${edition.id}`);
      asked.push({ editionId: edition.id, from: periodFrom, to: periodTo });
    }
  }
  const figures = await stockAccounts(tx, asked);
  return new Map(keys.map((key, index) => [key, figures[index]]));
}
