import { movePrintRun, type PrintRunStatus } from '@colophon/domain/print-runs';
import { RuleViolation } from '@colophon/domain/rules';
import { Injectable } from '@nestjs/common';

import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { lockVersion } from '../platform/database/lock-version';
import type { Actor } from '../platform/sign-in/actor';
import { refuseFuture, refuseInverted } from './dates';
import type { PrintRunDelivery, PrintRunOrder, PrintRunResponse, PrintRunStep } from './print-run-dto';
import { readPrintRun } from './read-print-run';
import { PrintRunRecord } from './records';
import { walk } from './steps';

/** Takes a print run one step further, or back; its acceptance also moves stock, and is the stock's. */
@Injectable()
export class AdvancePrintRun {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws print-run-quantity-missing where neither the plan nor the order says how many */
  order(actor: Actor, id: number, input: PrintRunOrder): Promise<PrintRunResponse> {
    return this.step(actor, { id, version: input.version }, (run) => {
      const orderedOn = input.orderedOn ?? this.clock.today();
      refuseFuture(orderedOn, this.clock.today(), '/orderedOn');
      const status = movePrintRun(run.status as PrintRunStatus, 'ordered');
      const quantityOrdered = known(input.quantityOrdered ?? run.quantityPlanned, '/quantityOrdered');
      return { status, orderedOn, quantityOrdered, deliveredOn: null, quantityDelivered: null };
    });
  }

  /** From the plan too: the order is then dated by the delivery. */
  deliver(actor: Actor, id: number, input: PrintRunDelivery): Promise<PrintRunResponse> {
    return this.step(actor, { id, version: input.version }, (run) => {
      const deliveredOn = input.deliveredOn ?? this.clock.today();
      refuseFuture(deliveredOn, this.clock.today(), '/deliveredOn');
      refuseInverted(run.orderedOn, deliveredOn, '/deliveredOn');
      const status = walk(run.status as PrintRunStatus, 'delivered');
      const quantity = input.quantityDelivered ?? run.quantityOrdered ?? run.quantityPlanned;
      return { status, deliveredOn, quantityDelivered: known(quantity, '/quantityDelivered') };
    });
  }

  cancel(actor: Actor, id: number, input: PrintRunStep): Promise<PrintRunResponse> {
    return this.step(actor, { id, version: input.version }, (run) => ({
      status: movePrintRun(run.status as PrintRunStatus, 'cancelled'),
    }));
  }

  /** Back to the plan, from an order withdrawn or a run cancelled. */
  replan(actor: Actor, id: number, input: PrintRunStep): Promise<PrintRunResponse> {
    return this.step(actor, { id, version: input.version }, (run) => ({
      status: movePrintRun(run.status as PrintRunStatus, 'planned'),
      orderedOn: null,
      quantityOrdered: null,
    }));
  }

  private step(
    actor: Actor,
    { id, version }: { readonly id: number; readonly version: number },
    change: (run: PrintRunRecord) => Partial<PrintRunRecord>,
  ): Promise<PrintRunResponse> {
    return this.database.transaction(actor, async (tx) => {
      const run = await lockVersion(tx, PrintRunRecord, id, version);
      await tx.save(Object.assign(run, change(run), { version: run.version + 1 }));
      return readPrintRun(tx, id);
    });
  }
}

function known(quantity: number | null, pointer: string): number {
  if (quantity !== null) return quantity;
  throw new RuleViolation('print-run-quantity-missing', { message: 'No quantity is known', pointer });
}
