import { Money } from '@colophon/domain/money';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import { platformProblems } from '../../platform/problems/platform-problems';
import type { Actor } from '../../platform/sign-in/actor';
import { incomeProblems } from './problems';
import type { CancelInput } from './receipt-dto';
import { RightsIncomeRecord, RightsLicenceRecord } from './records';
import { rightsIncomeColumns, rightsIncomeTables } from './licence-list';
import type { RightsIncomeInput, RightsIncomeRow } from './rights-income-dto';

/** Enters what a licence paid, and takes a mistake back by the opposite income. */
@Injectable()
export class RecordRightsIncome {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws income-in-future, income-amount-zero, income-exceeds-gross, income-edition-needed */
  record(actor: Actor, licenceId: number, input: RightsIncomeInput): Promise<RightsIncomeRow> {
    if (input.cashedOn > this.clock.today()) throw incomeProblems.at('/cashedOn', 'income-in-future');
    const amounts = amountsOf(input);
    return this.database.transaction(actor, async (tx) => {
      const licence = await tx.findOneBy(RightsLicenceRecord, { id: licenceId });
      if (!licence) throw platformProblems.create('not-found');
      const { id } = await tx.save(
        tx.create(RightsIncomeRecord, {
          licenceId,
          editionId: await editionFor(tx, licence.workId, input.editionId ?? undefined),
          cashedOn: input.cashedOn,
          ...amounts,
          reference: input.reference?.trim() || null,
          cancelsId: null,
          reason: null,
        }),
      );
      return readRightsIncome(tx, id);
    });
  }

  /** @throws income-already-cancelled, income-is-cancellation */
  cancel(actor: Actor, id: number, { reason }: CancelInput): Promise<RightsIncomeRow> {
    return this.database.transaction(actor, async (tx) => {
      const original = await tx.findOneBy(RightsIncomeRecord, { id });
      if (!original) throw platformProblems.create('not-found');
      if (original.cancelsId !== null) throw incomeProblems.create('income-is-cancellation');
      const { licenceId, editionId, cashedOn, reference } = original;
      const opposite = (amount: string) => Money.parse(amount).negated().toString();
      const written = await tx.save(
        tx.create(RightsIncomeRecord, {
          ...{ licenceId, editionId, cashedOn, reference },
          gross: opposite(original.gross),
          foreignTax: opposite(original.foreignTax),
          agentFee: opposite(original.agentFee),
          net: opposite(original.net),
          cancelsId: id,
          reason: reason.trim(),
        }),
      );
      return readRightsIncome(tx, written.id);
    });
  }
}

function amountsOf(input: RightsIncomeInput): Pick<RightsIncomeRecord, 'gross' | 'foreignTax' | 'agentFee' | 'net'> {
  const gross = Money.parse(input.gross);
  if (gross.isZero) throw incomeProblems.at('/gross', 'income-amount-zero');
  const foreignTax = Money.parse(input.foreignTax ?? '0');
  const agentFee = Money.parse(input.agentFee ?? '0');
  const net = gross.minus(foreignTax).minus(agentFee);
  if (net.isNegative) throw incomeProblems.at('/gross', 'income-exceeds-gross');
  const [grossText, foreignTaxText, agentFeeText, netText] = [gross, foreignTax, agentFee, net].map(String);
  return { gross: grossText!, foreignTax: foreignTaxText!, agentFee: agentFeeText!, net: netText! };
}

async function readRightsIncome(tx: Tx, id: number): Promise<RightsIncomeRow> {
  const [row]: RightsIncomeRow[] = await tx.query(
    `SELECT ${rightsIncomeColumns} FROM ${rightsIncomeTables} WHERE r.id = $1`,
    [id],
  );
  if (!row) throw platformProblems.create('not-found');
  return row;
}

/**
 * The edition whose clauses share an income: the one named; else the one edition of the work with a clause on the income
 * of third parties; else, where none shares it yet, the first. Kept with the fact, so that no later contract moves it.
 */
async function editionFor(tx: Tx, workId: number, named: number | undefined): Promise<number> {
  const editions: { id: number; shares: boolean }[] = await tx.query(
    `SELECT e.id, EXISTS (SELECT FROM contract_clause l JOIN contract c ON c.id = l.contract_id
       WHERE l.edition_id = e.id AND l.basis = 'thirdParty' AND c.status <> 'draft') AS shares
     FROM edition e WHERE e.work_id = $1 ORDER BY e.id`,
    [workId],
  );
  if (named !== undefined) {
    if (editions.some(({ id }) => id === named)) return named;
    throw incomeProblems.at('/editionId', 'income-edition-of-other-work');
  }
  const sharing = editions.filter(({ shares }) => shares);
  if (sharing.length > 1) throw incomeProblems.at('/editionId', 'income-edition-needed');
  const [chosen] = sharing.length === 1 ? sharing : editions;
  if (!chosen) throw incomeProblems.create('licence-without-edition');
  return chosen.id;
}
