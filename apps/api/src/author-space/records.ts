import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../platform/database/record-registry';

@Entity('author_question')
export class AuthorQuestionRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('integer', { name: 'contributor_id' }) contributorId: number;
  @Column('integer', { name: 'statement_id' }) statementId: number;
  @Column('text', { name: 'line_label' }) lineLabel: string;
  @Column('text', { name: 'line_amount', nullable: true }) lineAmount: string | null;
  @Column('text') body: string;
  @Column('text') locale: 'fr' | 'en';
  @Column('text') status: 'open' | 'answered';
  @Column('timestamptz', { name: 'asked_at' }) askedAt: Date;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column('text', { name: 'answered_by', nullable: true }) answeredBy: string | null;
}

registerRecords(AuthorQuestionRecord);
