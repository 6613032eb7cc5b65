import { SetMetadata } from '@nestjs/common';

import type { Role } from './actor';

/** What a route may ask for. A permission is `feature.act`; reading is open to every role unless it is sensitive. */
export const permissions = [
  'parties.read',
  'parties.write',
  'parties.bank',
  'points-of-sale.write',
  'catalogue.read',
  'catalogue.write',
  'contracts.read',
  'contracts.write',
  'print-runs.read',
  'print-runs.write',
  'print-runs.accept',
  'stock.read',
  'stock.write',
  'sales.read',
  'sales.write',
  'sales.post',
  'royalties.read',
  'royalties.write',
  'royalties.close',
  'royalties.approve',
  'payments.read',
  'payments.write',
  'payments.approve',
  'accounting.read',
  'accounting.write',
  'mail.read',
  'mail.write',
  'exchange.import',
  'exchange.export',
  'overview.read',
  'settings.read',
  'settings.write',
  'users.manage',
  'backup.manage',
] as const;
export type Permission = (typeof permissions)[number];

const everyone: readonly Permission[] = [
  'parties.read',
  'catalogue.read',
  'contracts.read',
  'print-runs.read',
  'stock.read',
  'sales.read',
  'royalties.read',
  'overview.read',
  'settings.read',
];

/** Which role may do what; the owner may do everything. */
export const permissionsOf: Record<Role, readonly Permission[]> = {
  owner: permissions,
  editorial: [
    ...everyone,
    'parties.write',
    'catalogue.write',
    'contracts.write',
    'print-runs.write',
    'print-runs.accept',
    'stock.write',
    'exchange.import',
    'exchange.export',
  ],
  sales: [...everyone, 'points-of-sale.write', 'stock.write', 'sales.write', 'sales.post', 'exchange.export'],
  accountant: [
    ...everyone,
    'parties.write',
    'parties.bank',
    'points-of-sale.write',
    'contracts.write',
    'print-runs.write',
    'print-runs.accept',
    'stock.write',
    'sales.write',
    'sales.post',
    'royalties.write',
    'royalties.close',
    'royalties.approve',
    'payments.read',
    'payments.write',
    'payments.approve',
    'accounting.read',
    'accounting.write',
    'mail.read',
    'mail.write',
    'exchange.import',
    'exchange.export',
    'settings.write',
    'backup.manage',
  ],
  'read-only': everyone,
};

export const REQUIRED_PERMISSION = 'colophon:permission';

/** What the caller of a route must hold. A route without it (or {@link Public}) is refused at start. */
export const Requires = (permission: Permission) => SetMetadata(REQUIRED_PERMISSION, permission);

/** Open to anybody signed in, whatever the role (their own session, the tasks they started). */
export const SignedIn = () => SetMetadata(REQUIRED_PERMISSION, 'signed-in');

/** An author's own route: the session of the house's people opens nothing there, and its guard is the author space's. */
export const ForAuthors = () => SetMetadata(REQUIRED_PERMISSION, 'author');

/** Open without signing in: the sign-in itself, the first owner's link, the health check. */
export const Public = () => SetMetadata(REQUIRED_PERMISSION, 'public');

export function holds(role: Role | 'system', permission: Permission): boolean {
  return role === 'system' || permissionsOf[role].includes(permission);
}
