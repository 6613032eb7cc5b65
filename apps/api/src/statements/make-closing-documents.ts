import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { DocumentRenderer } from '../platform/documents/document-renderer';
import { TaskHandlers, type TaskContext } from '../platform/tasks/task-handlers';
import { DOCUMENTS_TASK } from '../royalties';
import { loadStatements } from './load-statement';
import { CoveringDocuments } from './covering/covering-documents';
import { StatementDocuments, type DocumentFormat } from './statement-documents';

const FORMATS: readonly DocumentFormat[] = ['pdf', 'xlsx'];
/** Statements read at once: their content is held in memory while their documents are made. */
const CHUNK = 50;

/** Makes the PDF and the workbook of each statement of a closing; started again after a crash, it goes on where it was. */
@Injectable()
export class MakeClosingDocuments implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly documents: StatementDocuments,
    private readonly covering: CoveringDocuments,
    private readonly renderer: DocumentRenderer,
    private readonly handlers: TaskHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(DOCUMENTS_TASK, (params: { closingId: number }, context) =>
      this.make(params.closingId, context),
    );
  }

  async make(closingId: number, context: Pick<TaskContext, 'progress'>): Promise<Record<string, unknown>> {
    const rows: { id: number; isMade: boolean }[] = await this.database.reader.query(
      `SELECT s.id, (SELECT count(*) FROM statement_document d WHERE d.statement_id = s.id AND d.locale = 'fr') = $2 AS "isMade"
       FROM royalty_statement s JOIN closing k ON k.id = s.closing_id WHERE s.closing_id = $1 AND k.status = 'closed' ORDER BY s.position`,
      [closingId, FORMATS.length],
    );
    // What was made before a crash is neither read nor made again.
    const ids = rows.filter(({ isMade }) => !isMade).map(({ id }) => id);
    const before = rows.length - ids.length;
    const payees = await this.covering.coveredPayees(closingId);
    const all = rows.length + payees.length;
    await context.progress(before, all);
    for (let start = 0; start < ids.length; start += CHUNK) {
      await this.makeChunk(ids.slice(start, start + CHUNK));
      await context.progress(before + Math.min(start + CHUNK, ids.length), all);
    }
    await this.coverAll(closingId, payees);
    await context.progress(all, all);
    return { closingId, statements: rows.length };
  }

  /** The pages of those who receive several statements, or one with others. */
  private async coverAll(closingId: number, payees: readonly number[]): Promise<void> {
    const next = payees.values();
    const worker = async () => {
      for (const contributorId of next) await this.covering.get({ closingId, contributorId, locale: 'fr' });
    };
    await Promise.all(Array.from({ length: this.renderer.parallel + 1 }, worker));
  }

  /** As many documents in flight as the machine has threads to make them. */
  private async makeChunk(ids: readonly number[]): Promise<void> {
    const statements = await loadStatements(this.database.reader, ids, this.clock.today());
    const work = [...statements].flatMap(([statementId, statement]) =>
      FORMATS.map((format) => ({ statementId, statement, format })),
    );
    const next = work.values();
    const worker = async () => {
      for (const { statementId, statement, format } of next) {
        await this.documents.ensure(statement, { statementId, format, locale: 'fr' });
      }
    };
    await Promise.all(Array.from({ length: this.renderer.parallel + 1 }, worker));
  }
}
