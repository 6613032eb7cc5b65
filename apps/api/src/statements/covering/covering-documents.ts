import type { CoveringData } from '@colophon/documents/covering';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import { DocumentRenderer } from '../../platform/documents/document-renderer';
import { StoredFiles, type StoredFile } from '../../platform/files/stored-files';
import { platformProblems } from '../../platform/problems/platform-problems';
import { systemActor } from '../../platform/sign-in/actor';
import { houseLogo } from '../load-statement';
import { paymentOn } from '../recap-data';
import { mediaTypes } from '../statement-documents';
import type { Locale } from '../words';
import { coveringLine, coveringPayee, coveringTotals, ibanOf, type CoveredStatement } from './covering-lines';

/** Which page of which payee. */
export interface CoveringKey {
  readonly closingId: number;
  readonly contributorId: number;
  readonly locale: Locale;
}

/** Who has a page of which closing. */
export const COVERED = `SELECT s.closing_id, p.contributor_id FROM royalty_statement_payee p JOIN royalty_statement s ON s.id = p.statement_id
  GROUP BY s.closing_id, p.contributor_id HAVING count(DISTINCT s.id) > 1
    OR bool_or(EXISTS (SELECT FROM royalty_statement_payee o WHERE o.statement_id = s.id AND o.contributor_id <> p.contributor_id))`;

/** Documents are kept one at a time for a closing and payee. */
const COVERING_LOCK = 7_302;

/**
 * The page that covers the statements of one closing for one payee: one line each, one payment for all, and of a statement
 * that several share what is withheld from this one. Of a closed
 * closing it is made once, kept with its hash, and given again byte for byte; of a draft it is made at each request.
 */
@Injectable()
export class CoveringDocuments {
  constructor(
    private readonly database: Database,
    private readonly renderer: DocumentRenderer,
    private readonly files: StoredFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws not-found where the payee receives nothing of this closing */
  async get(key: CoveringKey): Promise<Pick<StoredFile, 'fileName' | 'mediaType' | 'bytes'>> {
    const kept = await this.kept(this.database.reader, key);
    if (kept) return kept;
    const { data, isDraft } = await this.load(key);
    const bytes = Buffer.from(await this.renderer.render({ kind: 'covering', format: 'pdf', data }));
    const file = { fileName: fileName(data), mediaType: mediaTypes.pdf, bytes };
    if (isDraft) return file;
    await this.keep(key, file);
    return (await this.kept(this.database.reader, key)) ?? file;
  }

  /** The id of the kept file, made where it was not yet; none where no page is needed. */
  async fileId(key: CoveringKey): Promise<number | undefined> {
    const covered = await this.coveredPayees(key.closingId);
    if (!covered.includes(key.contributorId)) return undefined;
    await this.get(key);
    return (await this.kept(this.database.reader, key))?.id;
  }

  /** Who has a page of the closing, by id: of several statements, or of one that others read too and that keeps silent. */
  async coveredPayees(closingId: number): Promise<number[]> {
    const rows: { id: number }[] = await this.database.reader.query(
      `SELECT contributor_id AS id FROM (${COVERED}) p WHERE p.closing_id = $1 ORDER BY contributor_id`,
      [closingId],
    );
    return rows.map(({ id }) => id);
  }

  private async load({
    closingId,
    contributorId,
    locale,
  }: CoveringKey): Promise<{ data: CoveringData; isDraft: boolean }> {
    const { reader } = this.database;
    const statements: CoveredStatement[] = await reader.query(
      `SELECT s.number, p.kind, p.share::text, p.gross::text, p.net::text, p.withholding, s.result AS issued, s.document AS snapshot
       FROM royalty_statement_payee p JOIN royalty_statement s ON s.id = p.statement_id
       WHERE s.closing_id = $1 AND p.contributor_id = $2 ORDER BY s.position`,
      [closingId, contributorId],
    );
    const [first] = statements;
    if (!first) throw platformProblems.create('not-found');
    const [closing] = await reader.query(
      `SELECT status, period_to AS until, payment_date AS "paymentDate",
         (SELECT min(issued_on) FROM royalty_statement WHERE closing_id = k.id) AS "issuedOn" FROM closing k WHERE id = $1`,
      [closingId],
    );
    const issuedOn: string = closing.issuedOn ?? this.clock.today();
    const lines = statements.map((statement) => coveringLine(statement, contributorId));
    const totals = coveringTotals(lines);
    const logo = await houseLogo(reader);
    const isDraft = closing.status !== 'closed';
    const data: CoveringData = {
      ...{ locale, createdAt: `${issuedOn}T00:00:00Z`, issuedOn, until: closing.until, isDraft, lines, totals },
      house: { ...first.snapshot.house, ...(logo ? { logo } : {}) },
      payee: coveringPayee(first, contributorId),
      payment: paymentOn(totals.net === '0.00' ? null : closing.paymentDate, ibanOf(first, contributorId)),
    };
    return { data, isDraft };
  }

  /** Two who ask at once keep one: the first to arrive. */
  private async keep(key: CoveringKey, file: { fileName: string; mediaType: string; bytes: Buffer }): Promise<void> {
    await this.database.transaction(systemActor, async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock($1, $2)`, [COVERING_LOCK, key.contributorId]);
      if (await this.kept(tx, key)) return;
      const { id } = await this.files.keep(tx, file);
      await tx.query(
        `INSERT INTO covering_document (closing_id, contributor_id, locale, file_id) VALUES ($1, $2, $3, $4)`,
        [key.closingId, key.contributorId, key.locale, id],
      );
    });
  }

  private async kept(tx: Tx, key: CoveringKey): Promise<StoredFile | undefined> {
    const [row] = await tx.query(
      `SELECT f.id, f.sha256, f.file_name AS "fileName", f.media_type AS "mediaType", f.bytes
       FROM covering_document d JOIN stored_file f ON f.id = d.file_id
       WHERE d.closing_id = $1 AND d.contributor_id = $2 AND d.locale = $3`,
      [key.closingId, key.contributorId, key.locale],
    );
    return row as StoredFile | undefined;
  }
}

/** Redditions-2026-06-30_Durand-Marie.pdf */
function fileName({ until, payee }: CoveringData): string {
  const name = payee.name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `Redditions-${until}_${name || 'recapitulatif'}.pdf`;
}
