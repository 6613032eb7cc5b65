import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../../platform/database/record-registry';

@Entity('withholding_certificate')
export class WithholdingCertificateRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('text') number: string;
  @Column('integer', { name: 'payment_id' }) paymentId: number;
  @Column('integer', { name: 'contributor_id' }) contributorId: number;
  @Column('date', { name: 'executed_on' }) executedOn: string;
  @Column('date', { name: 'issued_on' }) issuedOn: string;
  @Column('jsonb') content: unknown;
  @Column('text', { name: 'content_hash' }) contentHash: string;
  @Column('bytea', { name: 'social_security_number_encrypted', nullable: true })
  socialSecurityNumberEncrypted: Buffer | null;
  @Column('date', { name: 'voided_on', nullable: true }) voidedOn: string | null;
  @Column('text', { name: 'void_reason', nullable: true }) voidReason: string | null;
}

@Entity('withholding_certificate_document')
export class WithholdingCertificateDocumentRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'certificate_id' }) certificateId: number;
  @Column('text') locale: string;
  @Column('text') sha256: string;
  @Column('bytea', { name: 'bytes_encrypted' }) bytesEncrypted: Buffer;
}

registerRecords(WithholdingCertificateRecord, WithholdingCertificateDocumentRecord);
