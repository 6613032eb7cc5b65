/**
 * A file of SEPA credit transfers (ISO 20022, customer credit transfer initiation).
 *
 * What people get wrong: an address half given is worse than none, an unknown BIC is NOTPROVIDED and not an empty tag,
 * and the check sum is that of the amounts as they stand in the file.
 */
import { parseBic, parseIban } from '@colophon/domain/identifiers';
import { Money } from '@colophon/domain/money';
import { create } from 'xmlbuilder2';

import { checkTransfers, LONGEST_NAME, LONGEST_REMITTANCE } from './check-transfers';
import { latinText } from './latin-text';
import type { AccountHolder, CreditTransfer, PainVersion, StructuredAddress, TransferFile } from './transfer-file';

type Xml = { readonly [name: string]: Xml | readonly Xml[] | string };

/** @throws Error or RuleViolation for what no bank would take; the API checks what people typed before. */
export function transferXml(file: TransferFile): string {
  checkTransfers(file);
  const sums = {
    NbOfTxs: String(file.transfers.length),
    CtrlSum: Money.sum(file.transfers.map(({ amount }) => amount)).toString(),
  };
  const message: Xml = {
    GrpHdr: {
      MsgId: file.messageId,
      CreDtTm: file.createdAt.replace(/\.\d+/, ''),
      ...sums,
      InitgPty: { Nm: nameOf(file.payer) },
    },
    PmtInf: {
      PmtInfId: file.messageId,
      PmtMtd: 'TRF',
      BtchBookg: 'true',
      ...sums,
      PmtTpInf: { SvcLvl: { Cd: 'SEPA' } },
      ReqdExctnDt: file.version === 'pain.001.001.09' ? { Dt: file.executionDate } : file.executionDate,
      Dbtr: party(file.payer),
      DbtrAcct: account(file.payer),
      DbtrAgt: payerBank(file),
      ChrgBr: 'SLEV',
      CdtTrfTxInf: file.transfers.map((transfer) => transaction(transfer, file.version)),
    },
  };
  const document = {
    Document: { '@xmlns': `urn:iso:std:iso:20022:tech:xsd:${file.version}`, CstmrCdtTrfInitn: message },
  };
  return `${create({ version: '1.0', encoding: 'UTF-8' }, document).end({ prettyPrint: true })}\n`;
}

function transaction({ endToEndId, amount, payee, remittance }: CreditTransfer, version: PainVersion): Xml {
  const text = latinText(remittance, LONGEST_REMITTANCE);
  return {
    PmtId: { InstrId: endToEndId, EndToEndId: endToEndId },
    Amt: { InstdAmt: { '@Ccy': 'EUR', '#': amount.toString() } },
    // The payee's bank follows from the IBAN: it is named where it is known, and left out otherwise.
    ...(payee.bic === undefined ? {} : { CdtrAgt: bank(payee.bic, version) }),
    Cdtr: party(payee),
    CdtrAcct: account(payee),
    ...(text === '' ? {} : { RmtInf: { Ustrd: text } }),
  };
}

function payerBank({ payer, version }: TransferFile): Xml {
  if (payer.bic !== undefined) return bank(payer.bic, version);
  return { FinInstnId: { Othr: { Id: 'NOTPROVIDED' } } };
}

function bank(bic: string, version: PainVersion): Xml {
  return { FinInstnId: { [version === 'pain.001.001.09' ? 'BICFI' : 'BIC']: parseBic(bic) } };
}

function account({ iban }: AccountHolder): Xml {
  return { Id: { IBAN: parseIban(iban) } };
}

function nameOf({ name }: AccountHolder): string {
  return latinText(name, LONGEST_NAME);
}

function party(holder: AccountHolder): Xml {
  const address = holder.address && structured(holder.address);
  return { Nm: nameOf(holder), ...(address ? { PstlAdr: address } : {}) };
}

/** @returns undefined where the town or the country says nothing: then no address is given at all */
function structured({ street, postalCode, town, country }: StructuredAddress): Xml | undefined {
  const townName = latinText(town, 35);
  if (townName === '' || !/^[A-Z]{2}$/.test(country)) return undefined;
  const streetName = latinText(street ?? '', 70);
  const code = latinText(postalCode ?? '', 16);
  return {
    ...(streetName === '' ? {} : { StrtNm: streetName }),
    ...(code === '' ? {} : { PstCd: code }),
    TwnNm: townName,
    Ctry: country,
  };
}
