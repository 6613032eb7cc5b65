import { deductions, type Deduction } from '@colophon/domain/withholding';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

import { AdvanceResponse, AmendmentResponse, ClauseResponse, PayeeResponse } from '../contracts';

export class AuthorLinkRequest {
  @IsEmail()
  email: string;
}

export class AuthorEntryRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  token: string;
}

/** What the door of the space says before anybody has signed in. */
export class AuthorHouseResponse {
  houseName: string;
}

/** Whose space this is. */
export class AuthorSessionResponse {
  name: string;
  csrfToken: string;
  houseName: string;
  houseEmail: string | null;
  today: string;
}

export class AuthorInvitation {
  /** The language of the mail. */
  @IsOptional()
  @IsIn(['fr', 'en'])
  locale?: 'fr' | 'en';
}

export class AuthorInvitationResponse {
  email: string;
  /** In the outbox. */
  @IsInt()
  mailId: number;
}

/** Something that will be paid. */
export class AuthorComing {
  @IsIn(['statement', 'advance'])
  kind: 'statement' | 'advance';
  /** The statement's number, or what the instalment is called. */
  label: string;
  workTitle: string;
  statementId: number | null;
  /** The day planned for the payment. */
  dueOn: string | null;
  gross: string;
  /** As the statement says it; null where it is known on payment only. */
  net: string | null;
}

export class AuthorNextStatement {
  contractReference: string;
  workTitle: string;
  periodTo: string;
  /** The last day on which the house may send it. */
  deadline: string;
}

export class AuthorBalance {
  contractId: number;
  contractReference: string;
  workTitle: string;
  /** Of the advances, what royalties have not made up for yet. */
  unrecouped: string;
  /** Earned, and carried to the next statement. */
  carried: string;
}

/** The three questions that bring an author here: what was I paid, what is coming, when. */
export class AuthorOverviewResponse {
  lastPayment: AuthorPaymentRow | null;
  @IsInt()
  year: number;
  paidThisYear: string;
  paidLastYear: string;
  coming: AuthorComing[];
  nextStatements: AuthorNextStatement[];
  balances: AuthorBalance[];
  lastStatement: AuthorStatementRow | null;
  /** Questions that wait for an answer. */
  @IsInt()
  openQuestions: number;
}

export class AuthorContractRow {
  id: number;
  reference: string;
  @IsIn(['active', 'terminated'])
  status: 'active' | 'terminated';
  workTitle: string;
  signedOn: string | null;
  startsOn: string | null;
  endsOn: string | null;
  terminatedOn: string | null;
}

export class AuthorContractListResponse {
  items: AuthorContractRow[];
}

export class AuthorContractResponse extends AuthorContractRow {
  statementFrequency: string;
  paymentThreshold: string;
  guaranteedMinimum: string | null;
  clauses: ClauseResponse[];
  advances: AdvanceResponse[];
  payees: PayeeResponse[];
  amendments: AmendmentResponse[];
}

export class AuthorStatementRow {
  id: number;
  number: string;
  workTitle: string;
  contractReference: string;
  statementDate: string;
  issuedOn: string;
  periodFrom: string;
  periodTo: string;
  paymentDate: string;
  /** Of the statement: what its contract earned. */
  earned: string;
  /** The author's own part of what is paid. */
  gross: string;
  net: string;
  @IsIn(['author', 'rightsHolder', 'agent'])
  payeeKind: 'author' | 'rightsHolder' | 'agent';
  /** Percent of the statement. */
  share: string;
  /** Whether its PDF and workbook can be had here. */
  @IsBoolean()
  hasDocuments: boolean;
  /** Whether a page in their name, with what is withheld from them, comes with it. */
  @IsBoolean()
  hasOwnPage: boolean;
}

export class AuthorStatementListResponse {
  items: AuthorStatementRow[];
}

export class AuthorStatementResponse extends AuthorStatementRow {
  /** This contract's statements before this one, the first at 0: an adjustment names the one it corrects. */
  statementNumbers: string[];
  /** The engine's result with its trace; of the payees, only the one who reads. */
  @ApiProperty({ type: Object, additionalProperties: true })
  result: object;
  /** The stock equation of each edition over the period. */
  @ApiProperty({ type: Object, additionalProperties: true })
  book: object;
}

export class AuthorPaymentRow {
  id: number;
  executedOn: string;
  gross: string;
  withheld: string;
  net: string;
  ibanMasked: string | null;
}

export class AuthorPaymentListResponse {
  items: AuthorPaymentRow[];
}

export class AuthorPaymentLine {
  @IsIn(deductions)
  kind: Deduction;
  base: string;
  rate: string;
  amount: string;
}

export class AuthorPaymentItem {
  label: string;
  workTitle: string;
  statementId: number | null;
  gross: string;
  social: string;
  vat: string;
  vatWithheld: string;
  withholdingTax: string;
  agentShare: string;
  net: string;
  lines: AuthorPaymentLine[];
}

export class AuthorPaymentResponse extends AuthorPaymentRow {
  reference: string;
  items: AuthorPaymentItem[];
  certificateId: number | null;
}

export class AuthorCertificate {
  id: number;
  number: string;
  executedOn: string;
  gross: string;
  net: string;
  /** The payment came back: the certificate is void from that day. */
  voidedOn: string | null;
}

export class AuthorCertificateListResponse {
  items: AuthorCertificate[];
}

export class AuthorDocumentQuery {
  @IsOptional()
  @IsIn(['fr', 'en'])
  locale?: 'fr' | 'en';
}
