import type { StockAccount } from '@colophon/documents/statements';

import type { SnapshotEdition } from '../royalties';
import type { StatementToPrint } from './statement-to-print';
import { destroyedWords, elsewhere, freeWords, scopeWords, word, type Locale } from './words';

/** Chapter 2: the stock of an edition over the period, run by run. */
export function stockData(statement: StatementToPrint, edition: SnapshotEdition, locale: Locale): StockAccount {
  const { stock } = edition;
  if (!stock) throw new Error(`The edition ${edition.id} has no stock to show.`);
  const { periodFrom, periodTo } = statement.snapshot;
  const free = Object.entries(stock.free).map(([kind, copies]) => ({ label: word(freeWords, locale, kind), copies }));
  return {
    opening: stock.opening,
    runs: edition.runs
      .filter((run) => run.acceptedOn >= periodFrom && run.acceptedOn <= periodTo)
      .map((run) => ({
        label: `${locale === 'fr' ? 'Tirage' : 'Print run'} ${run.number}`,
        date: run.acceptedOn,
        ...(run.printerName ? { printer: run.printerName } : {}),
        ordered: run.ordered ?? run.accepted,
        delivered: run.delivered ?? run.accepted,
        accepted: run.accepted,
      })),
    printed: stock.printed,
    sold: stock.sold,
    returned: stock.returned,
    free,
    freeTotal: free.reduce((sum, { copies }) => sum + copies, 0),
    ...soldBy(edition, locale),
    destroyed: destroyed(edition, stock.destroyed, locale),
    destroyedTotal: stock.destroyed,
    counted: stock.counted,
    expected: stock.expected,
    closing: stock.closing,
    gap: stock.gap,
    gapReason: stock.gap === 0 ? null : (statement.gapReason ?? unexplained[locale]),
  };
}

/** Where copies were sold, as far as the movements tell. */
function soldBy({ movements }: SnapshotEdition, locale: Locale): Pick<StockAccount, 'soldBy'> {
  if (!movements || movements.soldBy.length === 0) return {};
  return {
    soldBy: movements.soldBy.map(({ channel, territory, sold, returned }) => {
      const label = scopeWords(
        { channels: channel ? [channel] : [], territories: territory ? [territory] : [] },
        locale,
      );
      return { label: label === '' ? elsewhere[locale] : label, sold, returned };
    }),
  };
}

/** By the place they went to: pulp, losses, damages. */
function destroyed({ movements }: SnapshotEdition, copies: number, locale: Locale): StockAccount['destroyed'] {
  const told = movements?.destroyedAt ?? [];
  if (told.length > 0)
    return told.map(({ place, copies: gone }) => ({ label: place.toLocaleLowerCase(locale), copies: gone }));
  return copies === 0 ? [] : [{ label: destroyedWords[locale], copies }];
}

/** Only a draft can say it: a closing with an unexplained gap is refused. */
const unexplained: Readonly<Record<Locale, string>> = {
  fr: 'Motif à préciser avant la clôture',
  en: 'Reason to be given before closing',
};
