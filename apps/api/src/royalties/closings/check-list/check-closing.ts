import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../../../platform/database/database';
import { Problem, problemText, sentence } from '../../../platform/problems/problem';
import type { Actor } from '../../../platform/sign-in/actor';
import { allContracts, contractsAround } from '../../facts/scope';
import type { ClosingRecord } from '../../records';
import { chooseContracts } from '../choose-contracts';
import type { ClosingInput } from '../closing-dto';
import { DraftClosing } from '../draft-closing';
import type { Check, CheckContext } from './check-context';
import type { CheckItem, CheckListResponse, CheckPlace } from './check-list-dto';
import { checkWords, type CheckCode } from './check-words';
import { computationRefused, contractContradicts, nothingToState, ratesUnknown } from './contract-checks';
import { bankDetailsMissing, certificateLapsed, mailAddressMissing, taxProfileMissing } from './people-checks';
import * as records from './record-checks';

/** In the order in which they are shown; what blocks comes first. */
const checks: readonly (readonly [CheckCode, Check])[] = [
  ['nothing-to-state', nothingToState],
  ['rates-unknown', ratesUnknown],
  ['contract-contradicts', contractContradicts],
  ['price-missing', records.priceMissing],
  ['stock-gap', records.stockGap],
  ['run-not-accepted', records.runNotAccepted],
  ['certificate-lapsed', certificateLapsed],
  ['tax-profile-missing', taxProfileMissing],
  ['bank-details-missing', bankDetailsMissing],
  ['mail-address-missing', mailAddressMissing],
  ['shares-incomplete', records.sharesIncomplete],
  ['final-statement-missing', records.finalStatementMissing],
  ['contract-draft', records.contractDraft],
  ['other-draft', records.otherDraft],
];

const MOST_PLACES = 100;

/** The check-list before a closing: everything that would stop it or be missing from it, found before it is computed. */
@Injectable()
export class CheckClosing {
  constructor(
    private readonly database: Database,
    private readonly draft: DraftClosing,
  ) {}

  check(actor: Actor, input: ClosingInput): Promise<CheckListResponse> {
    return this.database.snapshot((tx) => this.checkIn(tx, actor, input));
  }

  private async checkIn(tx: Tx, { locale }: Actor, input: ClosingInput): Promise<CheckListResponse> {
    const closing = await this.prepared(tx, input);
    if (closing instanceof Problem) return list([refused(closing, locale)], { contracts: 0, notDue: 0 });
    const scope = closing.kind === 'print-run' ? await contractsOfRun(tx, closing) : await allContracts(tx);
    const chosen = (await chooseContracts(tx, closing, scope)).map(({ contract }) => contract);
    const stated = closing.kind === 'termination' ? chosen : chosen.filter(({ status }) => status === 'active');
    const context = { tx, closing, scope, stated, locale };
    const items: CheckItem[] = [];
    for (const [code, check] of checks) items.push(...item(code, await check(context), locale));
    if (items.every(({ severity }) => severity !== 'blocking')) {
      items.unshift(...item('computation-refused', await computationRefused(context), locale));
    }
    const active = scope.filter(({ status }) => status === 'active').length;
    return list(items, {
      contracts: stated.length,
      notDue: closing.contracts === 'due' ? Math.max(0, active - stated.length) : 0,
    });
  }

  /** What keeps the closing from beginning at all is the one thing to tell. */
  private async prepared(tx: Tx, input: ClosingInput): Promise<ClosingRecord | Problem> {
    try {
      return await this.draft.prepare(tx, input);
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }
}

async function contractsOfRun(tx: Tx, closing: ClosingRecord) {
  const [run] = await tx.query(`SELECT edition_id FROM print_run WHERE id = $1`, [closing.printRunId]);
  return contractsAround(tx, run.edition_id);
}

function refused(problem: Problem, locale: CheckContext['locale']): CheckItem {
  const text = problemText(problem.code);
  const label = text ? sentence(text, locale, problem.details) : problem.code;
  const place = { label, detail: null, url: '/droits/clotures' };
  return { code: problem.code, severity: 'blocking', sentence: checkWords.refused[locale], count: 1, places: [place] };
}

function item(code: CheckCode, places: readonly CheckPlace[], locale: CheckContext['locale']): CheckItem[] {
  if (places.length === 0) return [];
  const { severity, ...words } = checkWords[code];
  return [{ code, severity, sentence: words[locale], count: places.length, places: places.slice(0, MOST_PLACES) }];
}

function list(items: CheckItem[], counts: Pick<CheckListResponse, 'contracts' | 'notDue'>): CheckListResponse {
  const count = (severity: CheckItem['severity']) => items.filter((one) => one.severity === severity).length;
  return { ...counts, blocking: count('blocking'), warnings: count('warning'), items };
}
