import { parseBic, parseIban, parseNir } from '@colophon/domain/identifiers';
import { Injectable } from '@nestjs/common';

import { Secrets } from '../../platform/secrets/secrets';
import type { Actor } from '../../platform/sign-in/actor';
import { holds } from '../../platform/sign-in/permissions';
import { partiesProblems } from '../problems';
import type { ContributorRecord } from '../records';
import type { ContributorInput, ContributorResponse } from './contributor-dto';

type SecretColumns = Pick<
  ContributorRecord,
  'ibanEncrypted' | 'ibanLast4' | 'bicEncrypted' | 'socialSecurityNumberEncrypted' | 'socialSecurityNumberLast2'
>;
type SecretMembers = 'iban' | 'bic' | 'socialSecurityNumber';
type ShownMembers = Pick<ContributorResponse, SecretMembers | 'ibanMasked' | 'socialSecurityNumberMasked'>;

const NOTHING_STORED: SecretColumns = {
  ibanEncrypted: null,
  ibanLast4: null,
  bicEncrypted: null,
  socialSecurityNumberEncrypted: null,
  socialSecurityNumberLast2: null,
};

/**
 * IBAN, BIC and social-security number: encrypted at rest, shown to and changed by holders of `parties.bank` only.
 * A value that did not change is not encrypted again, so that the audit trail shows changes and nothing else.
 */
@Injectable()
export class BankDetails {
  constructor(private readonly secrets: Secrets) {}

  /**
   * The columns to store. A member that is absent keeps what is stored; for somebody who may not see them, so does null,
   * for null is what they were shown.
   * @throws bank-details-forbidden, secret-key-missing
   */
  toStore(actor: Actor, input: Pick<ContributorInput, SecretMembers>, stored = NOTHING_STORED): SecretColumns {
    if (!holds(actor.role, 'parties.bank')) {
      this.refuseAny(input);
      return pick(stored);
    }
    const iban = this.seal(input.iban, stored.ibanEncrypted, parseIban);
    const bic = this.seal(input.bic, stored.bicEncrypted, parseBic);
    const number = this.seal(input.socialSecurityNumber, stored.socialSecurityNumberEncrypted, parseNir);
    return {
      ibanEncrypted: iban.sealed,
      ibanLast4: iban.text === undefined ? stored.ibanLast4 : (iban.text?.slice(-4) ?? null),
      bicEncrypted: bic.sealed,
      socialSecurityNumberEncrypted: number.sealed,
      socialSecurityNumberLast2:
        number.text === undefined ? stored.socialSecurityNumberLast2 : (number.text?.slice(-2) ?? null),
    };
  }

  /** @throws secret-key-missing where there is something to read and no key */
  toShow(actor: Actor, stored: SecretColumns): ShownMembers {
    const open = (sealed: Buffer | null) =>
      sealed && holds(actor.role, 'parties.bank') ? this.secrets.decrypt(sealed) : null;
    return {
      iban: open(stored.ibanEncrypted),
      ibanMasked: masked(stored.ibanLast4),
      bic: open(stored.bicEncrypted),
      socialSecurityNumber: open(stored.socialSecurityNumberEncrypted),
      socialSecurityNumberMasked: masked(stored.socialSecurityNumberLast2),
    };
  }

  private refuseAny(input: Pick<ContributorInput, SecretMembers>): void {
    const members: readonly SecretMembers[] = ['iban', 'bic', 'socialSecurityNumber'];
    const given = members.find((member) => input[member] !== undefined && input[member] !== null);
    if (given) throw partiesProblems.at(`/${given}`, 'bank-details-forbidden');
  }

  private seal(
    given: string | null | undefined,
    stored: Buffer | null,
    parse: (text: string) => string,
  ): { sealed: Buffer | null; text?: string | null } {
    if (given === undefined) return { sealed: stored };
    if (given === null) return { sealed: null, text: null };
    const text = parse(given);
    const isUnchanged = stored !== null && this.secrets.decrypt(stored) === text;
    return { sealed: isUnchanged ? stored : this.secrets.encrypt(text), text };
  }
}

function pick(stored: SecretColumns): SecretColumns {
  const { ibanEncrypted, ibanLast4, bicEncrypted, socialSecurityNumberEncrypted, socialSecurityNumberLast2 } = stored;
  return { ibanEncrypted, ibanLast4, bicEncrypted, socialSecurityNumberEncrypted, socialSecurityNumberLast2 };
}

function masked(end: string | null): string | null {
  return end === null ? null : `•••• ${end}`;
}
