import { formatNir } from '@colophon/domain/identifiers';

import type { Tx } from '../../platform/database/database';
import type { Secrets } from '../../platform/secrets/secrets';
import type { Actor } from '../../platform/sign-in/actor';
import { holds } from '../../platform/sign-in/permissions';
import { addressLines, type Address } from '../../parties';
import type { Beneficiary } from './declaration-dto';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly legalName: string;
  readonly siret: string | null;
  readonly address: Address;
  readonly sealed: Buffer | null;
}

/** Who was paid, as returns name them; the social-security number only for who may see it. */
export async function loadBeneficiaries(
  tx: Tx,
  ids: readonly number[],
  given: { readonly actor: Actor; readonly secrets: Secrets },
): Promise<Map<string, Beneficiary>> {
  const rows: Row[] = await tx.query(
    `SELECT id, display_name AS name, concat_ws(' ', last_name, first_name) AS "legalName", siret, address,
       social_security_number_encrypted AS sealed FROM contributor WHERE id = ANY($1)`,
    [ids],
  );
  const maySee = holds(given.actor.role, 'parties.bank');
  return new Map(
    rows.map(({ id, name, legalName, siret, address, sealed }) => [
      String(id),
      {
        ...{ contributorId: id, name, legalName, siret, address: addressLines(address).join(', ') },
        country: address.country ?? 'FR',
        socialSecurityNumber: sealed && maySee ? formatNir(given.secrets.decrypt(sealed)) : null,
        hasSocialSecurityNumber: sealed !== null,
      },
    ]),
  );
}
