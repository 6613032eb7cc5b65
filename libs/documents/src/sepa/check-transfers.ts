/**
 * What a schema cannot see of a file of transfers: account numbers that exist, identifiers used once, amounts above
 * zero. A file that is wrong is never made: a bank would refuse it as a whole.
 */
import { parseBic, parseIban } from '@colophon/domain/identifiers';

import { latinText } from './latin-text';
import type { AccountHolder, CreditTransfer, TransferFile } from './transfer-file';

const LONGEST_IDENTIFIER = 35;
export const LONGEST_NAME = 70;
export const LONGEST_REMITTANCE = 140;

/** @throws Error naming what is wrong: callers check what people typed before they come here. RuleViolation of IBAN, BIC. */
export function checkTransfers(file: TransferFile): void {
  checkIdentifier(file.messageId);
  checkHolder(file.payer);
  if (file.transfers.length === 0) throw new Error('A file of transfers has at least one.');
  const seen = new Set<string>();
  for (const transfer of file.transfers) checkTransfer(transfer, seen);
}

function checkTransfer({ endToEndId, amount, payee }: CreditTransfer, seen: Set<string>): void {
  checkIdentifier(endToEndId);
  if (seen.has(endToEndId)) throw new Error(`Two transfers have the identifier ${endToEndId}.`);
  seen.add(endToEndId);
  if (!amount.isPositive)
    throw new Error(`Transfer ${endToEndId} is of ${amount.toString()}: only more than zero is transferred.`);
  checkHolder(payee);
}

function checkIdentifier(identifier: string): void {
  const isRight =
    identifier !== '' &&
    identifier.length <= LONGEST_IDENTIFIER &&
    latinText(identifier, LONGEST_IDENTIFIER) === identifier;
  if (!isRight) throw new Error(`“${identifier}” is not an identifier of 1 to 35 characters that every bank takes.`);
}

function checkHolder({ name, iban, bic }: AccountHolder): void {
  if (latinText(name, LONGEST_NAME) === '') throw new Error('A holder of an account has a name.');
  parseIban(iban);
  if (bic !== undefined) parseBic(bic);
}
