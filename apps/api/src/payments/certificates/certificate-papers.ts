import { createHash } from 'node:crypto';

import type { CertificateData } from '@colophon/documents/certificates';
import { formatNir } from '@colophon/domain/identifiers';
import { Injectable } from '@nestjs/common';

import { Database, type Tx } from '../../platform/database/database';
import { DocumentRenderer } from '../../platform/documents/document-renderer';
import { platformProblems } from '../../platform/problems/platform-problems';
import { Secrets } from '../../platform/secrets/secrets';
import { systemActor } from '../../platform/sign-in/actor';
import { houseLogo } from '../../parties';
import { activityOf, itemLabel, type Locale } from './activity-words';
import type { CertificateContent } from './certificate-content';

export interface Paper {
  readonly fileName: string;
  readonly bytes: Buffer;
}

interface StoredCertificate {
  readonly id: number;
  readonly number: string;
  readonly issuedOn: string;
  readonly content: CertificateContent;
  readonly sealed: Buffer | null;
  readonly voidedOn: string | null;
  readonly voidReason: string | null;
}

const PAPER_LOCK = 7_301_020;

/** The PDF of a certificate: made once, kept sealed with its hash, and given again byte for byte. */
@Injectable()
export class CertificatePapers {
  constructor(
    private readonly database: Database,
    private readonly renderer: DocumentRenderer,
    private readonly secrets: Secrets,
  ) {}

  /**
   * @param key.contributorId only a certificate of this author's: for the author's own space
   * @throws not-found, secret-key-missing
   */
  async get(key: { id: number; locale: Locale; contributorId?: number }): Promise<Paper> {
    const certificate = await this.find(this.database.reader, key);
    const fileName = `${certificate.number}.pdf`;
    // What says that it is void is made anew: the paper that was given out stays as it was.
    if (certificate.voidedOn) return { fileName, bytes: await this.make(certificate, key.locale) };
    const bytes = (await this.kept(this.database.reader, key)) ?? (await this.keep(certificate, key));
    return { fileName, bytes };
  }

  private async find(tx: Tx, key: { id: number; contributorId?: number }): Promise<StoredCertificate> {
    const [row] = await tx.query(
      `SELECT id, number, issued_on::text AS "issuedOn", content, social_security_number_encrypted AS sealed, voided_on::text AS "voidedOn",
         void_reason AS "voidReason"
       FROM withholding_certificate WHERE id = $1 AND ($2::int IS NULL OR contributor_id = $2)`,
      [key.id, key.contributorId ?? null],
    );
    if (!row) throw platformProblems.create('not-found');
    return row as StoredCertificate;
  }

  private async make(certificate: StoredCertificate, locale: Locale): Promise<Buffer> {
    const logo = await houseLogo(this.database.reader);
    const number = certificate.sealed ? formatNir(this.secrets.decrypt(certificate.sealed)) : null;
    const data = certificateData(certificate, { locale, logo, socialSecurityNumber: number });
    return Buffer.from(await this.renderer.render({ kind: 'certificate', format: 'pdf', data }));
  }

  private async kept(tx: Tx, { id, locale }: { id: number; locale: Locale }): Promise<Buffer | undefined> {
    const [row] = await tx.query(
      `SELECT bytes_encrypted AS bytes FROM withholding_certificate_document WHERE certificate_id = $1 AND locale = $2`,
      [id, locale],
    );
    return row ? Buffer.from(this.secrets.decrypt(row.bytes as Buffer), 'base64') : undefined;
  }

  /** Two people asking at once keep one: the first to arrive. */
  private async keep(certificate: StoredCertificate, key: { id: number; locale: Locale }): Promise<Buffer> {
    const made = await this.make(certificate, key.locale);
    return this.database.transaction(systemActor, async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock($1, $2)`, [PAPER_LOCK, key.id]);
      const first = await this.kept(tx, key);
      if (first) return first;
      await tx.query(
        `INSERT INTO withholding_certificate_document (certificate_id, locale, sha256, bytes_encrypted) VALUES ($1, $2, $3, $4)`,
        [key.id, key.locale, sha256(made), this.secrets.encrypt(made.toString('base64'))],
      );
      return made;
    });
  }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function certificateData(
  { number, issuedOn, content, voidedOn, voidReason }: StoredCertificate,
  given: {
    readonly locale: Locale;
    readonly logo: CertificateData['house']['logo'];
    readonly socialSecurityNumber: string | null;
  },
): CertificateData {
  const { locale, logo, socialSecurityNumber } = given;
  const { house, author, roles, paidOn, items, ...sums } = content;
  return {
    ...sums,
    ...{ locale, number, issuedOn, createdAt: `${issuedOn}T00:00:00Z` },
    house: { ...house, logo: logo ?? null },
    author: { ...author, socialSecurityNumber },
    activity: activityOf(roles, locale),
    of: { kind: 'payment', paidOn, items: items.map((item) => ({ ...item, label: itemLabel(item, locale) })) },
    ...(voidedOn ? { voided: { on: voidedOn, reason: voidReason ?? '' } } : {}),
  };
}
