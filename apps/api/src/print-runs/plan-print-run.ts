import { isDigital, type ProductForm } from '@colophon/domain/catalogue';
import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../platform/database/database';
import { lockVersion } from '../platform/database/lock-version';
import type { Actor } from '../platform/sign-in/actor';
import { printRunProblems } from './problems';
import type { PrintRunPlan, PrintRunResponse, PrintRunUpdate } from './print-run-dto';
import { readPrintRun } from './read-print-run';
import { PrintRunRecord } from './records';

/** Plans a print run, and changes what is known of one besides its steps. */
@Injectable()
export class PlanPrintRun {
  constructor(private readonly database: Database) {}

  create(actor: Actor, input: PrintRunPlan): Promise<PrintRunResponse> {
    return this.database.transaction(actor, async (tx) => {
      const { id } = await this.createIn(tx, input);
      return readPrintRun(tx, id);
    });
  }

  /** Within the caller's transaction. @throws print-run-edition-unknown, print-run-of-a-file */
  async createIn(tx: Tx, input: PrintRunPlan): Promise<PrintRunRecord> {
    const number = await takeNumber(tx, input.editionId);
    const { editionId, externalId } = input;
    return tx.save(
      tx.create(PrintRunRecord, {
        ...{ editionId, number, externalId: externalId ?? null, ...details(input) },
        ...{ version: 1, status: 'planned', royaltiesAlreadyPaid: false },
      }),
    );
  }

  /** What statements follow from cannot be changed here, whatever the status. */
  update(actor: Actor, id: number, input: PrintRunUpdate): Promise<PrintRunResponse> {
    return this.database.transaction(actor, async (tx) => {
      const run = await lockVersion(tx, PrintRunRecord, id, input.version);
      await tx.save(Object.assign(run, details(input), { version: run.version + 1 }));
      return readPrintRun(tx, id);
    });
  }
}

/** Numbers of an edition have no hole: its row is held, so that two people planning at once get two numbers. */
async function takeNumber(tx: Tx, editionId: number): Promise<number> {
  const [edition]: { form: ProductForm }[] = await tx.query(
    `SELECT product_form AS form FROM edition WHERE id = $1 FOR NO KEY UPDATE`,
    [editionId],
  );
  if (!edition) throw printRunProblems.at('/editionId', 'print-run-edition-unknown');
  if (isDigital(edition.form)) throw printRunProblems.at('/editionId', 'print-run-of-a-file');
  const [{ last }]: [{ last: number }] = await tx.query(
    `SELECT coalesce(max(number), 0) AS last FROM print_run WHERE edition_id = $1`,
    [editionId],
  );
  return last + 1;
}

function details(input: Omit<PrintRunUpdate, 'version'>) {
  return {
    printerName: input.printerName?.trim() || null,
    plannedOn: input.plannedOn ?? null,
    quantityPlanned: input.quantityPlanned ?? null,
    unitCost: input.unitCost ?? null,
    paper: input.paper ?? null,
    label: input.label ?? null,
    notes: input.notes ?? null,
  };
}
