import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../platform/database/record-registry';

@Entity('collection')
export class CollectionRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('text') name: string;
  @Column('text', { nullable: true }) issn: string | null;
  @Column('text', { nullable: true }) description: string | null;
}

@Entity('work')
export class WorkRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('text', { name: 'external_id', nullable: true }) externalId: string | null;
  @Column('text') title: string;
  @Column('text', { nullable: true }) subtitle: string | null;
  @Column('text', { name: 'original_title', nullable: true }) originalTitle: string | null;
  @Column('text') language: string;
  @Column('integer', { name: 'collection_id', nullable: true }) collectionId: number | null;
  @Column('text', { name: 'number_in_collection', nullable: true }) numberInCollection: string | null;
  @Column('text', { nullable: true }) summary: string | null;
  @Column('boolean') archived: boolean;
}

@Entity('work_contributor')
export class WorkContributorRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'work_id' }) workId: number;
  @Column('integer', { name: 'contributor_id' }) contributorId: number;
  @Column('text') role: string;
  @Column('integer') sequence: number;
}

@Entity('edition')
export class EditionRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('text', { name: 'external_id', nullable: true }) externalId: string | null;
  @Column('integer', { name: 'work_id' }) workId: number;
  @Column('text', { name: 'product_form' }) productForm: string;
  @Column('text', { nullable: true }) isbn13: string | null;
  @Column('text', { nullable: true }) ean: string | null;
  @Column('text', { nullable: true }) title: string | null;
  @Column('date', { name: 'publication_date', nullable: true }) publicationDate: string | null;
  @Column('text') availability: string;
  @Column('numeric', { name: 'vat_rate' }) vatRate: string;
  @Column('integer', { name: 'page_count', nullable: true }) pageCount: number | null;
  @Column('integer', { name: 'height_mm', nullable: true }) heightMm: number | null;
  @Column('integer', { name: 'width_mm', nullable: true }) widthMm: number | null;
  @Column('integer', { name: 'weight_g', nullable: true }) weightG: number | null;
  @Column('integer', { name: 'cover_file_id', nullable: true }) coverFileId: number | null;
  @Column('boolean') archived: boolean;
}

@Entity('edition_price')
export class EditionPriceRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'edition_id' }) editionId: number;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('numeric', { name: 'retail_price_incl_vat' }) retailPriceInclVat: string;
}

registerRecords(CollectionRecord, WorkRecord, WorkContributorRecord, EditionRecord, EditionPriceRecord);
