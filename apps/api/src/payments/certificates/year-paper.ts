import type { CertificateData } from '@colophon/documents/certificates';
import { contributionKinds } from '@colophon/documents/certificates';
import { formatNir } from '@colophon/domain/identifiers';
import { Money } from '@colophon/domain/money';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock';
import { Database, type Tx } from '../../platform/database/database';
import { DocumentRenderer } from '../../platform/documents/document-renderer';
import { platformProblems } from '../../platform/problems/platform-problems';
import { Secrets } from '../../platform/secrets/secrets';
import { houseLogo } from '../../parties';
import { activityOf, type Locale } from './activity-words';
import type { CertificateContent } from './certificate-content';
import type { Paper } from './certificate-papers';

interface YearRow {
  readonly number: string;
  readonly content: CertificateContent;
  readonly sealed: Buffer | null;
}

type Amount = 'gross' | 'social' | 'vat' | 'vatWithheld' | 'withholdingTax' | 'agentShare' | 'net';

/** The certificates of an author's year on one paper, for the tax return: those that stand, as they were issued. */
@Injectable()
export class YearPaper {
  constructor(
    private readonly database: Database,
    private readonly renderer: DocumentRenderer,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  /** @throws not-found where nothing was withheld in the year */
  async get(key: { year: number; contributorId: number; locale: Locale }): Promise<Paper> {
    const rows = await loadYear(this.database.reader, key);
    const last = rows.at(-1);
    if (!last) throw platformProblems.create('not-found');
    const data = this.dataOf(rows, last, key);
    const logo = await houseLogo(this.database.reader);
    const bytes = await this.renderer.render({
      ...{ kind: 'certificate', format: 'pdf' },
      data: { ...data, house: { ...data.house, logo } },
    });
    return { fileName: `${data.number}.pdf`, bytes: Buffer.from(bytes) };
  }

  private dataOf(
    rows: readonly YearRow[],
    { content, sealed }: YearRow,
    key: { year: number; contributorId: number; locale: Locale },
  ): CertificateData {
    const issuedOn = this.clock.today();
    const roles = [...new Set(rows.flatMap((row) => row.content.roles))];
    return {
      ...sums(rows.map((row) => row.content)),
      ...{
        house: content.house,
        payer: content.payer,
        locale: key.locale,
        issuedOn,
        createdAt: `${issuedOn}T00:00:00Z`,
      },
      number: `CP-${key.year}-A${key.contributorId}`,
      author: { ...content.author, socialSecurityNumber: sealed ? formatNir(this.secrets.decrypt(sealed)) : null },
      activity: activityOf(roles, key.locale),
      of: {
        kind: 'year',
        year: key.year,
        payments: rows.map(({ number, content: { paidOn, gross, social, net } }) => ({
          number,
          paidOn,
          gross,
          social,
          net,
        })),
      },
    };
  }
}

function loadYear(tx: Tx, { year, contributorId }: { year: number; contributorId: number }): Promise<YearRow[]> {
  return tx.query(
    `SELECT number, content, social_security_number_encrypted AS sealed FROM withholding_certificate
     WHERE contributor_id = $1 AND executed_on BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31) AND voided_on IS NULL
     ORDER BY executed_on, id`,
    [contributorId, year],
  );
}

function sums(contents: readonly CertificateContent[]) {
  const total = (name: Amount) => Money.sum(contents.map((content) => Money.parse(content[name]))).toString();
  return {
    ...{ gross: total('gross'), social: total('social'), vat: total('vat'), vatWithheld: total('vatWithheld') },
    ...{ withholdingTax: total('withholdingTax'), agentShare: total('agentShare'), net: total('net') },
    lines: contributionKinds.flatMap((kind) =>
      grouped(contents.flatMap(({ lines }) => lines.filter((line) => line.kind === kind))),
    ),
    relief: grouped(contents.flatMap(({ relief }) => relief)),
  };
}

interface Product {
  readonly kind: string;
  readonly base: string;
  readonly rate: string;
  readonly amount: string;
}

/** One line for each kind and rate. */
function grouped<Line extends Product>(lines: readonly Line[]): Line[] {
  const sum = (own: readonly Line[], name: 'base' | 'amount') =>
    Money.sum(own.map((line) => Money.parse(line[name]))).toString();
  return [...Map.groupBy(lines, ({ kind, rate }) => `${kind} ${rate}`).values()].map((own) => ({
    ...(own[0] as Line),
    ...{ base: sum(own, 'base'), amount: sum(own, 'amount') },
  }));
}
