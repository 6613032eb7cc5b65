import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../../platform/database/record-registry';

@Entity('net_receipt')
export class NetReceiptRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('text', { name: 'external_id', nullable: true }) externalId: string | null;
  @Column('integer', { name: 'edition_id' }) editionId: number;
  @Column('date', { name: 'received_on' }) receivedOn: string;
  @Column('text') mode: string;
  @Column('text', { nullable: true }) channel: string | null;
  @Column('text', { nullable: true }) territory: string | null;
  @Column('integer', { nullable: true }) copies: number | null;
  @Column('numeric') amount: string;
  @Column('text', { nullable: true }) reference: string | null;
  @Column('integer', { name: 'cancels_id', nullable: true }) cancelsId: number | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column({ type: 'bigint', insert: false }) entry: number;
  @Column({ type: 'text', insert: false }) actor: string;
}

@Entity('rights_licence')
export class RightsLicenceRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('text') reference: string;
  @Column('integer', { name: 'work_id' }) workId: number;
  @Column('text') licensee: string;
  @Column('text') right: string;
  @Column('text', { array: true }) territories: string[];
  @Column('text', { nullable: true }) language: string | null;
  @Column('date', { name: 'signed_on', nullable: true }) signedOn: string | null;
  @Column('date', { name: 'starts_on', nullable: true }) startsOn: string | null;
  @Column('date', { name: 'ends_on', nullable: true }) endsOn: string | null;
  @Column('numeric', { nullable: true }) advance: string | null;
  @Column('date', { name: 'author_informed_on', nullable: true }) authorInformedOn: string | null;
  @Column('text', { nullable: true }) note: string | null;
}

@Entity('rights_income')
export class RightsIncomeRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'licence_id' }) licenceId: number;
  @Column('integer', { name: 'edition_id' }) editionId: number;
  @Column('date', { name: 'cashed_on' }) cashedOn: string;
  @Column('numeric') gross: string;
  @Column('numeric', { name: 'foreign_tax' }) foreignTax: string;
  @Column('numeric', { name: 'agent_fee' }) agentFee: string;
  @Column('numeric') net: string;
  @Column('text', { nullable: true }) reference: string | null;
  @Column('integer', { name: 'cancels_id', nullable: true }) cancelsId: number | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column({ type: 'bigint', insert: false }) entry: number;
  @Column({ type: 'text', insert: false }) actor: string;
}

registerRecords(NetReceiptRecord, RightsLicenceRecord, RightsIncomeRecord);
