import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../../platform/database/record-registry';

@Entity('treaty_rate')
export class TreatyRateRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('text') country: string;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('numeric') rate: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('boolean') verified: boolean;
}

@Entity('declaration_threshold')
export class DeclarationThresholdRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('text') declaration: string;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('numeric') amount: string;
}

registerRecords(TreatyRateRecord, DeclarationThresholdRecord);
