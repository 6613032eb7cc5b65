import type { LicenceResponse, LicenceRow, ReceiptRow } from '@colophon/api-client';
import { countryNamed } from '@colophon/domain/identifiers';
import type { Meaning } from '@colophon/ui/status';

export const RECEIPT_MODES = [
  'unit',
  'subscription',
  'library',
  'other',
] as const satisfies readonly ReceiptRow['mode'][];
export const LICENSED_RIGHTS = [
  'translation',
  'paperback',
  'book-club',
  'audio',
  'adaptation',
  'serial',
  'digital',
  'extract',
  'other',
] as const satisfies readonly LicenceRow['right'][];

/** How a fact stands: part of a closed statement, taken back, taking another back, or waiting for the next statement. */
export type FactState = 'counted' | 'cancelled' | 'cancellation' | 'waiting';

export const MEANING_OF_FACT: Readonly<Record<FactState, Meaning>> = {
  counted: 'done',
  cancelled: 'blocked',
  cancellation: 'blocked',
  waiting: 'neutral',
};

interface Fact {
  readonly cancelsId: number | null;
  readonly cancelledById: number | null;
  readonly isCounted: boolean;
}

export function factState({ cancelsId, cancelledById, isCounted }: Fact): FactState {
  if (cancelsId !== null) return 'cancellation';
  if (cancelledById !== null) return 'cancelled';
  return isCounted ? 'counted' : 'waiting';
}

export type LicenceState = 'to-inform' | 'ended' | 'running';

/** @param today after which a licence has ended */
export function licenceState({ authorInformedOn, endsOn }: LicenceRow | LicenceResponse, today: string): LicenceState {
  if (authorInformedOn === null) return 'to-inform';
  return endsOn !== null && endsOn < today ? 'ended' : 'running';
}

export const MEANING_OF_LICENCE: Readonly<Record<LicenceState, Meaning>> = {
  'to-inform': 'due',
  ended: 'blocked',
  running: 'done',
};

/** Codes as people name countries: « Allemagne, Autriche ». */
export function countryNames(codes: readonly string[], locale: string): string {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return codes.map((code) => names.of(code) ?? code).join(', ');
}

/** The codes of countries as people name them; what names none is left out, and {@link areCountries} says so. */
export function readCountries(text: string): string[] {
  return [...new Set(namesIn(text).flatMap((name) => countryNamed(name) ?? []))];
}

/** Whether each name is one of a country. */
export function areCountries(text: string): boolean {
  return namesIn(text).every((name) => countryNamed(name) !== undefined);
}

function namesIn(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
