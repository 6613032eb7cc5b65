import MailComposer from 'nodemailer/lib/mail-composer';

/** Everything a mail is made of; nothing of it is looked up any more. */
export interface MailContent {
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string | null;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }[];
  /** The same at every attempt: who gets a mail twice sees that it is one. */
  readonly messageId: string;
}

/** The message as it crosses the wire (RFC 5322, MIME). It reads no file and no address by itself. */
export function composeMail(mail: MailContent): Promise<Buffer> {
  const node = new MailComposer({
    from: { ...mail.from },
    to: { ...mail.to },
    ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: mail.attachments.map(({ name, mediaType, bytes }) => ({
      filename: name,
      contentType: mediaType,
      content: bytes,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return new Promise((resolve, reject) => {
    node.build((error, message) => (error ? reject(error) : resolve(message)));
  });
}
