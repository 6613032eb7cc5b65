import type { RecordSection } from '../platform/record-sections';

/** What the authors' space shows on the pages of the features before. */
export const authorSpaceSections: readonly RecordSection[] = [
  {
    record: 'contributor',
    permission: 'royalties.write',
    load: () => import('./invite-author').then((file) => file.InviteAuthor),
  },
];
