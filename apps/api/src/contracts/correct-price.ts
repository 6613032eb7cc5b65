import { Money } from '@colophon/domain/money';
import { Injectable } from '@nestjs/common';

import { EditionPriceRecord } from '../catalogue';
import { Clock } from '../platform/clock/clock';
import { Database, type Tx } from '../platform/database/database';
import { platformProblems } from '../platform/problems/platform-problems';
import type { Actor } from '../platform/sign-in/actor';
import type { PriceCorrectionInput } from './amendment-dto';
import type { PriceCorrectionResponse } from './amendment-response-dto';
import { contractProblems } from './problems';
import { PriceCorrectionRecord } from './records';

/**
 * Corrects a price with which closed statements were computed, or adds one that was forgotten. They stay as they are; the
 * next statement carries the difference. The catalogue shows the corrected price from now on; invoices keep theirs.
 */
@Injectable()
export class CorrectPrice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  correct(actor: Actor, input: PriceCorrectionInput): Promise<PriceCorrectionResponse> {
    return this.database.transaction(actor, (tx) => this.correctIn(tx, input));
  }

  /** @throws price-correction-date for a day to come, correction-same */
  async correctIn(tx: Tx, { editionId, from, ...input }: PriceCorrectionInput): Promise<PriceCorrectionResponse> {
    const today = this.clock.today();
    if (from > today) throw contractProblems.at('/from', 'price-correction-date');
    const [edition] = await tx.query(`SELECT id FROM edition WHERE id = $1 FOR UPDATE`, [editionId]);
    if (!edition) throw platformProblems.create('not-found');
    const retailPriceInclVat = Money.parse(input.retailPriceInclVat).toString();
    const current = await tx.findOneBy(EditionPriceRecord, { editionId, validFrom: from });
    if (current?.retailPriceInclVat === retailPriceInclVat) {
      throw contractProblems.at('/retailPriceInclVat', 'correction-same');
    }
    const priceBefore = current?.retailPriceInclVat ?? null;
    const price = { editionId, validFrom: from, retailPriceInclVat };
    await tx.save(EditionPriceRecord, current ? Object.assign(current, price) : price);
    const fields = { ...price, priceBefore, reason: input.reason.trim(), correctedOn: today };
    const { id, reason, correctedOn } = await tx.save(tx.create(PriceCorrectionRecord, fields));
    return { id, editionId, from, priceBefore, retailPriceInclVat, reason, correctedOn };
  }
}

/** The corrections of an edition's prices, oldest first. */
export function readPriceCorrections(tx: Tx, editionId: number): Promise<PriceCorrectionResponse[]> {
  return tx.query(
    `SELECT id, edition_id AS "editionId", valid_from AS "from", price_before::text AS "priceBefore",
       retail_price_incl_vat::text AS "retailPriceInclVat", reason, corrected_on AS "correctedOn"
     FROM price_correction WHERE edition_id = $1 ORDER BY entry`,
    [editionId],
  );
}
