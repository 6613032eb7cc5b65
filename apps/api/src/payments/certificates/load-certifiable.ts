import type { Tx } from '../../platform/database/database';
import { letterhead, readHouse, addressLines, type Address } from '../../parties';
import { loadRates } from '../../royalties';
import { sumsOf, type CertifiableItem, type CertificateContent } from './certificate-content';

/** A payment from which contributions were withheld, with what its certificate says. */
export interface Certifiable {
  readonly paymentId: number;
  readonly contributorId: number;
  readonly paidOn: string;
  readonly content: CertificateContent;
  /** As it stands, sealed, with the author. */
  readonly socialSecurityNumberEncrypted: Buffer | null;
}

interface PaymentRow {
  readonly paymentId: number;
  readonly contributorId: number;
  readonly paidOn: string;
  readonly name: string;
  readonly pseudonym: string | null;
  readonly address: Address;
  readonly sealed: Buffer | null;
  readonly roles: string[];
}

/** Of these payments those from which contributions were withheld, in the order in which they were made. */
export async function loadCertifiable(tx: Tx, paymentIds: readonly number[]): Promise<Certifiable[]> {
  const payments = await loadPayments(tx, paymentIds);
  if (payments.length === 0) return [];
  const items = await loadItems(tx, paymentIds);
  const [house, rates] = [await readHouse(tx), await loadRates(tx)];
  return payments.map(({ name, pseudonym, address, sealed, roles, ...payment }) => {
    const own = items.get(payment.paymentId) ?? [];
    const { urssafAccount, signatory } = house;
    const content = {
      house: letterhead(house),
      payer: { urssafAccount, signatory, city: house.address.city ?? null },
      author: { name, pseudonym, address: addressLines(address) },
      roles,
      paidOn: payment.paidOn,
      items: own.map(({ withholding: _withholding, agentShare: _share, ...item }) => item),
      ...sumsOf(own, { paidOn: payment.paidOn, rates }),
    };
    return { ...payment, content, socialSecurityNumberEncrypted: sealed };
  });
}

function loadPayments(tx: Tx, ids: readonly number[]): Promise<PaymentRow[]> {
  return tx.query(
    `SELECT y.id AS "paymentId", y.contributor_id AS "contributorId", y.executed_on AS "paidOn", y.payee_name AS name,
       nullif(c.pseudonym, '') AS pseudonym, c.address, c.social_security_number_encrypted AS sealed,
       (SELECT coalesce(array_agg(DISTINCT x.role), '{}') FROM royalty_payment_item i JOIN contract k ON k.id = i.contract_id
         JOIN work_contributor x ON x.work_id = k.work_id AND x.contributor_id = y.contributor_id WHERE i.payment_id = y.id) AS roles
     FROM royalty_payment y JOIN contributor c ON c.id = y.contributor_id
     WHERE y.id = ANY($1) AND y.executed_on IS NOT NULL
       AND EXISTS (SELECT FROM royalty_payment_item i WHERE i.payment_id = y.id AND i.social > 0) ORDER BY y.id`,
    [ids],
  );
}

async function loadItems(tx: Tx, paymentIds: readonly number[]): Promise<Map<number, CertifiableItem[]>> {
  const rows: (CertifiableItem & { paymentId: number })[] = await tx.query(
    `SELECT i.payment_id AS "paymentId", i.kind, coalesce(s.number, a.label, '') AS label, w.title AS "workTitle",
       i.gross < coalesce(p.gross, a.amount) AS "isPart", i.gross::text, i.social::text, i.net::text, i.agent_share::text AS "agentShare",
       i.withholding
     FROM royalty_payment_item i JOIN contract c ON c.id = i.contract_id JOIN work w ON w.id = c.work_id
     LEFT JOIN royalty_statement_payee p ON p.id = i.statement_payee_id LEFT JOIN royalty_statement s ON s.id = p.statement_id
     LEFT JOIN contract_advance a ON a.id = i.advance_id
     WHERE i.payment_id = ANY($1) ORDER BY i.payment_id, i.position`,
    [paymentIds],
  );
  return new Map(
    [...Map.groupBy(rows, ({ paymentId }) => paymentId)].map(([id, own]) => [
      id,
      own.map(({ paymentId: _payment, ...item }) => item),
    ]),
  );
}
