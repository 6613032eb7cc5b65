import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

import type { ClauseExclusions } from '../contracts';
import { registerRecords } from '../platform/database/record-registry';

@Entity('print_run')
export class PrintRunRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('text', { name: 'external_id', nullable: true }) externalId: string | null;
  @Column('integer', { name: 'edition_id' }) editionId: number;
  @Column('integer') number: number;
  @Column('text') status: string;
  @Column('text', { name: 'printer_name', nullable: true }) printerName: string | null;
  @Column('date', { name: 'planned_on', nullable: true }) plannedOn: string | null;
  @Column('date', { name: 'ordered_on', nullable: true }) orderedOn: string | null;
  @Column('date', { name: 'delivered_on', nullable: true }) deliveredOn: string | null;
  @Column('date', { name: 'accepted_on', nullable: true }) acceptedOn: string | null;
  @Column('integer', { name: 'quantity_planned', nullable: true }) quantityPlanned: number | null;
  @Column('integer', { name: 'quantity_ordered', nullable: true }) quantityOrdered: number | null;
  @Column('integer', { name: 'quantity_delivered', nullable: true }) quantityDelivered: number | null;
  @Column('integer', { name: 'quantity_accepted', nullable: true }) quantityAccepted: number | null;
  @Column('numeric', { name: 'unit_cost', nullable: true }) unitCost: string | null;
  @Column('text', { nullable: true }) paper: string | null;
  @Column('text', { nullable: true }) label: string | null;
  @Column('text', { nullable: true }) notes: string | null;
  @Column('boolean', { name: 'royalties_already_paid' }) royaltiesAlreadyPaid: boolean;
  @Column('numeric', { name: 'retail_price_incl_vat', nullable: true }) retailPriceInclVat: string | null;
  @Column('numeric', { name: 'vat_rate', nullable: true }) vatRate: string | null;
  @Column('jsonb', { nullable: true }) exclusions: ClauseExclusions[] | null;
  @Column('bigint', { name: 'accepted_entry', nullable: true }) acceptedEntry: number | null;
}

@Entity('print_run_correction')
export class PrintRunCorrectionRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'print_run_id' }) printRunId: number;
  @Column('integer', { name: 'accepted_before' }) acceptedBefore: number;
  @Column('integer', { name: 'accepted_after' }) acceptedAfter: number;
  @Column('date', { name: 'corrected_on' }) correctedOn: string;
  @Column('text') reason: string;
  @Column({ type: 'bigint', insert: false }) entry: number;
}

registerRecords(PrintRunRecord, PrintRunCorrectionRecord);
