import {
  declaredLines,
  feeReturn,
  monthlyTaxes,
  nominativeReturn,
  quarterlyReturn,
  type InEuros,
  type PaidAmounts,
} from '@colophon/domain/declarations';
import { Money } from '@colophon/domain/money';
import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../../platform/database/database';
import { Secrets } from '../../platform/secrets/secrets';
import type { Actor } from '../../platform/sign-in/actor';
import { loadRates } from '../../royalties';
import type {
  Beneficiary,
  ContributionQuery,
  ContributionReturnResponse,
  DeclaredAmounts,
  EuroAmount,
  FeeReturnResponse,
  TaxReturnResponse,
} from './declaration-dto';
import { loadBeneficiaries } from './load-beneficiaries';
import { loadMovements } from './load-movements';

type BeneficiaryOf = (id: string) => Beneficiary;

/** The returns of the house, made from executed payments each time they are asked for. */
@Injectable()
export class ReadDeclarations {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  contributions(actor: Actor, { year, quarter }: ContributionQuery): Promise<ContributionReturnResponse> {
    return this.database.snapshot(async (tx) => {
      const given = { movements: await loadMovements(tx, year), rates: await loadRates(tx), year };
      const made = quarter ? quarterlyReturn({ ...given, quarter }) : nominativeReturn(given);
      const who = await this.beneficiaries(tx, actor, made.rows);
      const { from, to, dueOn, payer } = made;
      return {
        ...{ from, to, dueOn },
        rows: made.rows.map(({ beneficiary, amounts }) => ({ ...who(beneficiary), amounts: texts(amounts) })),
        totals: texts(made.totals),
        payer: {
          base: payer.base.toString(),
          contribution: payer.contribution.toString(),
          training: payer.training.toString(),
        },
        declared: declaredLines.map((line) => ({ line, ...euros(made.declared[line]) })),
      };
    });
  }

  fees(actor: Actor, year: number): Promise<FeeReturnResponse> {
    return this.database.snapshot(async (tx) => {
      const movements = await loadMovements(tx, year);
      const made = feeReturn({ movements, year, thresholds: await loadThresholds(tx) });
      const who = await this.beneficiaries(tx, actor, made.rows);
      return {
        year,
        threshold: made.threshold.toString(),
        total: made.total.toString(),
        rows: made.rows.map(({ beneficiary, amounts, inclVat, isDue }) => ({
          ...who(beneficiary),
          ...{ gross: amounts.gross.toString(), vat: amounts.vat.toString(), inclVat: inclVat.toString(), isDue },
        })),
      };
    });
  }

  taxes(actor: Actor, year: number): Promise<TaxReturnResponse> {
    return this.database.snapshot(async (tx) => {
      const months = monthlyTaxes(await loadMovements(tx, year), year);
      const who = await this.beneficiaries(
        tx,
        actor,
        months.flatMap(({ taxed }) => taxed),
      );
      return { year, months: months.map((month) => monthResponse(month, who)) };
    });
  }

  private async beneficiaries(
    tx: Tx,
    actor: Actor,
    rows: readonly { readonly beneficiary: string }[],
  ): Promise<BeneficiaryOf> {
    const ids = [...new Set(rows.map(({ beneficiary }) => Number(beneficiary)))];
    const known = await loadBeneficiaries(tx, ids, { actor, secrets: this.secrets });
    return (id) => {
      const found = known.get(id);
      if (!found) throw new Error(`contributor ${id} was paid and is not there`);
      return found;
    };
  }
}

function monthResponse(month: ReturnType<typeof monthlyTaxes>[number], who: BeneficiaryOf) {
  return {
    from: month.from,
    ...{ vatBase: euros(month.vatBase), vatWithheld: euros(month.vatWithheld) },
    ...{ reverseChargeBase: euros(month.reverseChargeBase), reverseChargeVat: euros(month.reverseChargeVat) },
    ...{ taxBase: euros(month.taxBase), withholdingTax: euros(month.withholdingTax), taxDueOn: month.taxDueOn },
    taxed: month.taxed.map(({ beneficiary, amounts }) => ({
      ...who(beneficiary),
      ...{ gross: amounts.gross.toString(), withholdingTax: amounts.withholdingTax.toString() },
    })),
  };
}

async function loadThresholds(tx: Tx): Promise<{ from: string; amount: Money }[]> {
  const rows: { from: string; amount: string }[] = await tx.query(
    `SELECT valid_from::text AS "from", amount::text FROM declaration_threshold WHERE declaration = 'das2'`,
  );
  return rows.map(({ from, amount }) => ({ from, amount: Money.parse(amount) }));
}

function texts(amounts: PaidAmounts): DeclaredAmounts {
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, amount.toString()])) as never;
}

function euros({ amount, euros: whole, difference }: InEuros): EuroAmount {
  return { amount: amount.toString(), euros: whole.toString(), difference: difference.toString() };
}
