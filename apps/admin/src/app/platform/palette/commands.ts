import type { IconName } from '@colophon/ui/icon';
import type { Lang } from '@colophon/ui/locale';
import type { Navigation } from '../shell/navigation';

/** A line of the palette: a record, a page or an act. */
export interface Found {
  readonly kind: string;
  readonly label: string;
  readonly detail: string;
  readonly url: string;
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The pages and acts whose name holds what was typed, without regard to accents. */
export function commands(navigation: Navigation, lang: Lang, typed: string): Found[] {
  const wanted = plain(typed.trim());
  const pages = navigation.sections().flatMap((section) =>
    section.entries.map((entry): Found => ({
      kind: 'page',
      label: entry.label[lang],
      detail: section.label[lang],
      url: entry.path,
    })),
  );
  const acts = navigation
    .creations()
    .map((act): Found => ({ kind: 'create', label: act.label[lang], detail: '', url: act.path }));
  return [...acts, ...pages].filter((found) => plain(`${found.label} ${found.detail}`).includes(wanted));
}

const ICONS: Readonly<Record<string, IconName>> = {
  page: 'right',
  create: 'plus',
  work: 'book',
  edition: 'book',
  contributor: 'feather',
  'point-of-sale': 'shop',
  invoice: 'ledger',
  contract: 'contract',
  'print-run': 'print',
  statement: 'sum',
  closing: 'sum',
};

export const iconOf = (kind: string): IconName => ICONS[kind] ?? 'file';
