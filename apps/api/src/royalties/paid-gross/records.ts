import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../../platform/database/record-registry';

/** What an author was really paid on a day, beside what a statement had planned; a negative amount takes one back. */
@Entity('paid_gross')
export class PaidGrossRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column({ type: 'bigint', insert: false, update: false }) entry: number;
  @Column('integer', { name: 'contributor_id' }) contributorId: number;
  @Column('date', { name: 'paid_on' }) paidOn: string;
  @Column('numeric') amount: string;
  @Column('integer', { name: 'payment_id' }) paymentId: number;
}

registerRecords(PaidGrossRecord);
