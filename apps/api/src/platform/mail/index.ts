/** What features use of outgoing mail. */
export { houseName, Outbox, type MailDraft } from './outbox';
export { MailSettings } from './mail-settings';
export { isMailAddress } from './mail-text';
export { mailErrorSentence, type MailError } from './mail-error';
export type { MailAttachment, MailStatus } from './records';
