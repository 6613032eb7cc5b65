import { Injectable } from '@nestjs/common';

import { Database } from '../../platform/database/database';
import { isMailAddress } from '../../platform/mail';
import type { StatementMail, StatementMailList } from './mail-dto';

/** Who receives the statements of a closing, and how far each mail is. */
@Injectable()
export class ReadSendings {
  constructor(private readonly database: Database) {}

  async list(closingId: number): Promise<StatementMailList> {
    const items = await this.database.reader.query(
      `SELECT p.id AS "contributorId", p.display_name AS name, nullif(p.email, '') AS address, r.statements, r.net,
         CASE WHEN m.id IS NOT NULL THEN m.status WHEN coalesce(p.email, '') = '' THEN 'no-address' ELSE 'not-sent' END AS status,
         coalesce(l.attempt, 0) AS attempts, m.id AS "mailId",
         to_char(coalesce(m.sent_at, m.created_at), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
       FROM (SELECT y.contributor_id, count(DISTINCT s.id)::int AS statements, sum(y.net)::numeric(14,2)::text AS net
         FROM royalty_statement_payee y JOIN royalty_statement s ON s.id = y.statement_id WHERE s.closing_id = $1 GROUP BY y.contributor_id) r
       JOIN contributor p ON p.id = r.contributor_id
       LEFT JOIN LATERAL (SELECT * FROM statement_sending g WHERE g.closing_id = $1 AND g.contributor_id = p.id ORDER BY g.attempt DESC LIMIT 1) l ON true
       LEFT JOIN mail_message m ON m.key = l.mail_key ORDER BY p.sort_name, p.id`,
      [closingId],
    );
    const [task] = await this.database.reader.query(
      `SELECT max(id) AS id FROM background_task WHERE kind = 'statement-mails' AND (params ->> 'closingId')::int = $1`,
      [closingId],
    );
    return { items: (items as StatementMail[]).map(reachable), taskId: task.id };
  }
}

/** What was typed as an address and is none reaches nobody. */
function reachable(mail: StatementMail): StatementMail {
  const isLost = mail.status === 'not-sent' && !isMailAddress(mail.address ?? '');
  return isLost ? { ...mail, status: 'no-address' } : mail;
}
