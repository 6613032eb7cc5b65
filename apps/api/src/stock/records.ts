import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../platform/database/record-registry';

@Entity('stock_location')
export class StockLocationRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') kind: string;
  @Column('boolean') archived: boolean;
}

@Entity('stock_movement')
export class StockMovementRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('text', { name: 'external_id', nullable: true }) externalId: string | null;
  @Column('integer', { name: 'edition_id' }) editionId: number;
  @Column('text') kind: string;
  @Column('text', { name: 'free_kind', nullable: true }) freeKind: string | null;
  @Column('integer', { name: 'from_location_id' }) fromLocationId: number;
  @Column('integer', { name: 'to_location_id' }) toLocationId: number;
  @Column('integer') copies: number;
  @Column('date', { name: 'moved_on' }) movedOn: string;
  @Column('integer', { name: 'print_run_id', nullable: true }) printRunId: number | null;
  @Column('integer', { name: 'invoice_line_id', nullable: true }) invoiceLineId: number | null;
  @Column('bigint', { name: 'corrects_id', nullable: true }) correctsId: number | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) channel: string | null;
  @Column('text', { nullable: true }) territory: string | null;
  @Column({ type: 'bigint', insert: false }) entry: number;
  @Column({ type: 'text', insert: false }) actor: string;
}

registerRecords(StockLocationRecord, StockMovementRecord);
