import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

import { registerRecords } from '../platform/database/record-registry';
import type { Address, Contact } from './address';

@Entity('point_of_sale')
export class PointOfSaleRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('text', { name: 'external_id', nullable: true }) externalId: string | null;
  @Column('text') name: string;
  @Column('text') kind: string;
  @Column('text', { nullable: true }) gln: string | null;
  @Column('text', { nullable: true }) siren: string | null;
  @Column('text', { nullable: true }) siret: string | null;
  @Column('text', { name: 'vat_number', nullable: true }) vatNumber: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('jsonb', { name: 'billing_address' }) billingAddress: Address;
  @Column('jsonb', { name: 'delivery_address', nullable: true }) deliveryAddress: Address | null;
  @Column('numeric', { name: 'trade_discount_rate' }) tradeDiscountRate: string;
  @Column('integer', { name: 'payment_term_days', nullable: true }) paymentTermDays: number | null;
  @Column('text', { name: 'payment_term_kind', nullable: true }) paymentTermKind: string | null;
  @Column('jsonb') contacts: Contact[];
  @Column('text', { nullable: true }) notes: string | null;
  @Column('boolean') archived: boolean;
}

@Entity('contributor')
export class ContributorRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer') version: number;
  @Column('text', { name: 'external_id', nullable: true }) externalId: string | null;
  @Column('text') kind: string;
  @Column('text', { name: 'last_name' }) lastName: string;
  @Column('text', { name: 'first_name', nullable: true }) firstName: string | null;
  @Column('text', { nullable: true }) pseudonym: string | null;
  @Column('text', { nullable: true }) isni: string | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text') language: string;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('jsonb') address: Address;
  @Column('text', { nullable: true }) siret: string | null;
  @Column('text', { name: 'vat_number', nullable: true }) vatNumber: string | null;
  @Column('bytea', { name: 'iban_encrypted', nullable: true }) ibanEncrypted: Buffer | null;
  @Column('text', { name: 'iban_last4', nullable: true }) ibanLast4: string | null;
  @Column('bytea', { name: 'bic_encrypted', nullable: true }) bicEncrypted: Buffer | null;
  @Column('bytea', { name: 'social_security_number_encrypted', nullable: true })
  socialSecurityNumberEncrypted: Buffer | null;
  @Column('text', { name: 'social_security_number_last2', nullable: true }) socialSecurityNumberLast2: string | null;
  @Column('text', { nullable: true }) notes: string | null;
  @Column('boolean') archived: boolean;
}

@Entity('contributor_tax_profile')
export class ContributorTaxProfileRecord {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('integer', { name: 'contributor_id' }) contributorId: number;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('text') social: string;
  @Column('text') vat: string;
  @Column('numeric', { name: 'withholding_tax_rate' }) withholdingTaxRate: string;
  @Column('date', { name: 'exempt_until', nullable: true }) exemptUntil: string | null;
  @Column('text') situation: string;
  @Column('text', { name: 'certificate_number', nullable: true }) certificateNumber: string | null;
  @Column('integer', { name: 'certificate_file_id', nullable: true }) certificateFileId: number | null;
  @Column('text', { nullable: true }) country: string | null;
  @Column('date', { name: 'form_5000_on', nullable: true }) form5000On: string | null;
  @Column('date', { name: 'form_5003_on', nullable: true }) form5003On: string | null;
  @Column('date', { name: 'forms_until', nullable: true }) formsUntil: string | null;
}

@Entity('house')
export class HouseRecord {
  @PrimaryColumn('boolean', { name: 'only_row' }) onlyRow: boolean;
  @Column('integer') version: number;
  @Column('text', { name: 'legal_name' }) legalName: string;
  @Column('text', { name: 'trade_name', nullable: true }) tradeName: string | null;
  @Column('text', { name: 'legal_form', nullable: true }) legalForm: string | null;
  @Column('numeric', { name: 'share_capital', nullable: true }) shareCapital: string | null;
  @Column('text', { nullable: true }) siren: string | null;
  @Column('text', { nullable: true }) siret: string | null;
  @Column('text', { name: 'vat_number', nullable: true }) vatNumber: string | null;
  @Column('text', { name: 'trade_register_city', nullable: true }) tradeRegisterCity: string | null;
  @Column('jsonb') address: Address;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) website: string | null;
  @Column('text', { nullable: true }) iban: string | null;
  @Column('text', { nullable: true }) bic: string | null;
  @Column('text', { name: 'bank_name', nullable: true }) bankName: string | null;
  @Column('integer', { name: 'logo_file_id', nullable: true }) logoFileId: number | null;
  @Column('text', { name: 'accent_color', nullable: true }) accentColor: string | null;
  @Column('integer', { name: 'payment_term_days' }) paymentTermDays: number;
  @Column('text', { name: 'payment_term_kind' }) paymentTermKind: string;
  @Column('numeric', { name: 'late_penalty_rate' }) latePenaltyRate: string;
  @Column('text', { name: 'early_payment_terms', nullable: true }) earlyPaymentTerms: string | null;
  @Column('boolean', { name: 'vat_liable' }) vatLiable: boolean;
  @Column('boolean', { name: 'vat_on_debits' }) vatOnDebits: boolean;
  @Column('text', { name: 'unit_price_rounding' }) unitPriceRounding: string;
  @Column('integer', { name: 'default_legal_deposit' }) defaultLegalDeposit: number;
  @Column('text', { name: 'urssaf_account', nullable: true }) urssafAccount: string | null;
  @Column('text', { nullable: true }) signatory: string | null;
  @Column('boolean', { name: 'second_approval' }) secondApproval: boolean;
  @Column('integer', { name: 'year_end_month' }) yearEndMonth: number;
}

registerRecords(PointOfSaleRecord, ContributorRecord, ContributorTaxProfileRecord, HouseRecord);
