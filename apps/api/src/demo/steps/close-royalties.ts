import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { CloseClosing, ClosingRecord, DraftClosing } from '../../royalties';
import type { DemoStep } from './step';

/** The royalties of a past year, closed when such a house closes them; the current half-year is left to whoever visits. */
export const closeRoyalties =
  ({ year, closedOn, paymentDate }: { year: number; closedOn: string; paymentDate: string }): DemoStep =>
  async ({ app, actor, say }) => {
    const period = { periodFrom: `${year}-01-01`, periodTo: `${year}-12-31` };
    const known = await app.get(Database).reader.findOneBy(ClosingRecord, { kind: 'period', ...period });
    if (known?.status === 'closed') return;
    say(`La clôture des droits de ${year}…`);
    app.get(Clock).moveTo(new Date(`${closedOn}T09:00:00Z`));
    const id = known?.id ?? (await app.get(DraftClosing).create(actor, { kind: 'period', ...period, paymentDate }));
    await app.get(CloseClosing).close(actor, id);
  };
