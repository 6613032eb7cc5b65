/** A real SMTP server in this process: it keeps what it is given, and misbehaves as it is told. */
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface CaughtMail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it crossed the wire. */
  readonly raw: string;
  readonly secure: boolean;
  readonly user: string | undefined;
}

/** What the server answers when a mail's text has come in: an SMTP code, or no answer at all. */
export type Mood = 'accepts' | 450 | 550 | 'hangs-up-before-answering' | 'hangs-up-during-the-text';

export interface SmtpCatcher {
  readonly port: number;
  readonly mails: CaughtMail[];
  mood: Mood;
  /** Recipients that are refused for good. */
  readonly unknown: Set<string>;
  /** Runs when a recipient is named, before the answer and any text. */
  onRecipient: (() => Promise<void>) | undefined;
  /** Runs when a mail's text is complete, before the answer. */
  onText: (() => Promise<void>) | undefined;
  close(): Promise<void>;
}

export async function startSmtp(options: SMTPServerOptions = {}): Promise<SmtpCatcher> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.secure || options.key ? [] : ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    ...options,
    onRcptTo: ({ address }, _session, done) =>
      void Promise.resolve(catcher.onRecipient?.()).then(() =>
        done(catcher.unknown.has(address) ? refusal(550, 'no such mailbox') : null),
      ),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      const hangUp = () => socketOf(server).forEach((socket) => socket.destroy());
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (catcher.mood === 'hangs-up-during-the-text') hangUp();
      });
      stream.on('end', () => void answer());
      const answer = async () => {
        const { mailFrom, rcptTo } = session.envelope;
        const mail = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
          secure: session.secure,
          user: session.user,
        };
        if (typeof catcher.mood === 'number') return done(refusal(catcher.mood, 'not today'));
        catcher.mails.push(mail);
        await catcher.onText?.();
        if (catcher.mood === 'hangs-up-before-answering') return hangUp();
        done();
      };
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  const catcher: SmtpCatcher = {
    port,
    mails: [],
    mood: 'accepts',
    unknown: new Set(),
    onRecipient: undefined,
    onText: undefined,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
  return catcher;
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function socketOf(server: SMTPServer): { destroy(): void }[] {
  const { connections } = server as unknown as { connections: Set<{ _socket: { destroy(): void } }> };
  return [...connections].map(({ _socket }) => _socket);
}

/** A header of a mail, unfolded; undefined where it is absent. */
export function header(raw: string, name: string): string | undefined {
  const head = raw.slice(0, raw.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim();
}

/** The text part of a mail, its transfer encoding undone. */
export function textOf(raw: string): string {
  const part = /Content-Type: text\/plain[^\n]*\r?\n(?:[^\n]+\r?\n)*?\r?\n([\s\S]*?)\r?\n--/.exec(raw);
  const isBase64 = /text\/plain[^\n]*\r?\nContent-Transfer-Encoding: base64/.test(raw);
  return isBase64 ? Buffer.from(part?.[1] ?? '', 'base64').toString('utf8') : quotedPrintable(part?.[1] ?? '');
}

function quotedPrintable(text: string): string {
  const joined = text.replace(/=\r?\n/g, '');
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return joined === bytes ? joined : Buffer.from(bytes, 'latin1').toString('utf8');
}
