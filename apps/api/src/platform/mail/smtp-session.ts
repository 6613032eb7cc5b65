import { Readable } from 'node:stream';

import SMTPConnection from 'nodemailer/lib/smtp-connection';

import { oneLine } from './mail-text';
import type { MailError, MailErrorCode } from './mail-error';
import type { MailSecurity } from './records';

/** How the house's server is reached. */
export interface SmtpAccess {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly credentials: { readonly user: string; readonly pass: string } | undefined;
}

/**
 * What became of a mail that was not accepted: `server`, no mail can leave at present; `later`, this one may be accepted
 * another time; `refused`, never; `unknown`, it was handed over and nobody answered.
 */
export type FailureKind = 'server' | 'later' | 'refused' | 'unknown';

export class SendFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly error: MailError,
  ) {
    super(error.code);
  }
}

const TIMEOUTS = { connectionTimeout: 15_000, greetingTimeout: 15_000, dnsTimeout: 10_000, socketTimeout: 60_000 };

interface SmtpError extends Error {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

/** One connection to an SMTP server, over which mails are handed one after the other. It never tries one again. */
export class SmtpSession {
  private failed: ((error: SmtpError) => void) | undefined;
  private isLost = false;

  private constructor(
    private readonly connection: SMTPConnection,
    private readonly host: string,
  ) {
    connection.on('error', (error: SmtpError) => {
      this.isLost = true;
      this.failed?.(error);
    });
    connection.on('end', () => (this.isLost = true));
  }

  /** False once the server or a fault ended it. */
  get isOpen(): boolean {
    return !this.isLost;
  }

  /** @throws SendFailure of the kind `server` */
  static async open(access: SmtpAccess): Promise<SmtpSession> {
    const connection = new SMTPConnection({
      host: access.host,
      port: access.port,
      secure: access.security === 'tls',
      requireTLS: access.security === 'starttls',
      ignoreTLS: access.security === 'none',
      ...TIMEOUTS,
    });
    const session = new SmtpSession(connection, access.host);
    try {
      await session.until((done) => connection.connect(done));
      const { credentials } = access;
      if (credentials) await session.until((done) => connection.login({ credentials }, done));
      return session;
    } catch (error) {
      connection.close();
      throw new SendFailure('server', serverError(error as SmtpError, access.host));
    }
  }

  /**
   * @param handingOver done just before the text crosses the wire; until it has ended, the server knows no mail.
   * @throws SendFailure
   */
  async send(from: string, to: string, message: Buffer, handingOver: () => Promise<void>): Promise<void> {
    let handedOver = false;
    const text = async function* () {
      await handingOver();
      handedOver = true;
      yield message;
    };
    try {
      const envelope = { from, to: [to], size: message.length, use8BitMime: false };
      await this.until((done) => this.connection.send(envelope, Readable.from(text()), done));
    } catch (error) {
      this.isLost = true;
      this.connection.close();
      throw this.failure(error as SmtpError, handedOver);
    }
  }

  close(): void {
    this.connection.quit();
  }

  /** Whatever comes first: the end of the step, or a fault of the connection. */
  private until(step: (done: (error?: Error | null) => void) => void): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      this.failed = reject;
      step((error) => (error ? reject(error) : resolve()));
    }).finally(() => (this.failed = undefined));
  }

  private failure(error: SmtpError, handedOver: boolean): SendFailure {
    const answered = error.responseCode !== undefined;
    if (handedOver && !answered) return new SendFailure('unknown', { code: 'mail-outcome-unknown' });
    const details = { answer: answerOf(error), host: this.host };
    if (!answered) return new SendFailure('later', { code: 'mail-cut-off', details });
    const isFinal = error.responseCode! >= 500 && error.command !== 'MAIL FROM';
    return isFinal
      ? new SendFailure('refused', { code: 'mail-refused', details })
      : new SendFailure('later', { code: 'mail-refused-for-now', details });
  }
}

const SERVER_CODES: Readonly<Record<string, MailErrorCode>> = {
  EAUTH: 'mail-sign-in-refused',
  ETLS: 'mail-tls-failed',
};
const TLS_FAULT = /tls|ssl|certificate|cert_|self-signed|wrong version number|STARTTLS/i;

function serverError(error: SmtpError, host: string): MailError {
  const known = SERVER_CODES[error.code ?? ''];
  const code = known ?? (TLS_FAULT.test(error.message) ? 'mail-tls-failed' : 'mail-server-away');
  return { code, details: { host, answer: answerOf(error) } };
}

const answerOf = (error: SmtpError): string => oneLine(error.response ?? error.message);
