import type { IconName } from '@colophon/ui/icon';
import type { Lang } from '@colophon/ui/locale';

/** The trade's sections, in the order of the navigation. */
export type SectionId =
  | 'home'
  | 'catalogue'
  | 'contracts'
  | 'production'
  | 'stock'
  | 'sales'
  | 'royalties'
  | 'accounts'
  | 'exchange'
  | 'settings';

export interface NavSection {
  readonly id: SectionId;
  readonly label: Readonly<Record<Lang, string>>;
  readonly icon: IconName;
}

/** One page of the navigation. It shows only to who has its permission; a section without entries does not show. */
export interface NavEntry {
  readonly section: SectionId;
  readonly path: string;
  readonly label: Readonly<Record<Lang, string>>;
  readonly permission?: string;
  /** Where « + » leads from the palette: the form that creates one. */
  readonly create?: {
    readonly path: string;
    readonly label: Readonly<Record<Lang, string>>;
    readonly permission: string;
  };
}

export const sections: readonly NavSection[] = [
  { id: 'home', icon: 'home', label: { fr: 'Accueil', en: 'Home' } },
  { id: 'catalogue', icon: 'book', label: { fr: 'Catalogue', en: 'Catalogue' } },
  { id: 'contracts', icon: 'contract', label: { fr: 'Contrats', en: 'Contracts' } },
  { id: 'production', icon: 'print', label: { fr: 'Fabrication', en: 'Production' } },
  { id: 'stock', icon: 'stock', label: { fr: 'Stock', en: 'Stock' } },
  { id: 'sales', icon: 'shop', label: { fr: 'Ventes', en: 'Sales' } },
  { id: 'royalties', icon: 'feather', label: { fr: 'Droits', en: 'Royalties' } },
  { id: 'accounts', icon: 'ledger', label: { fr: 'Comptes', en: 'Accounts' } },
  { id: 'exchange', icon: 'exchange', label: { fr: 'Échanges', en: 'Exchange' } },
  { id: 'settings', icon: 'settings', label: { fr: 'Réglages', en: 'Settings' } },
];
