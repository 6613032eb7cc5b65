import type { CertificateData, CertifiedLine, StateRelief } from '@colophon/documents/certificates';
import { contributionKinds } from '@colophon/documents/certificates';
import type { House } from '@colophon/documents/house';
import { Money } from '@colophon/domain/money';
import {
  ratesOn,
  readWithholding,
  stateRelief,
  sumWithholdings,
  type PlainWithholding,
  type Withholding,
  type WithholdingRates,
} from '@colophon/domain/withholding';

/** What was paid, as the certificate names it in the reader's language. */
export interface ContentItem {
  readonly kind: 'statement' | 'advance';
  /** The statement's number, or what the instalment is called. */
  readonly label: string;
  readonly workTitle: string;
  readonly isPart: boolean;
  readonly gross: string;
  readonly social: string;
  readonly net: string;
}

/** A certificate as it is kept: all it says but the social-security number, which is sealed beside it. */
export interface CertificateContent extends Pick<
  CertificateData,
  'payer' | 'gross' | 'lines' | 'social' | 'relief' | 'vat' | 'vatWithheld' | 'withholdingTax' | 'agentShare' | 'net'
> {
  readonly house: Omit<House, 'logo'>;
  readonly author: Omit<CertificateData['author'], 'socialSecurityNumber'>;
  /** ONIX codes of what the author does in the works paid. */
  readonly roles: readonly string[];
  readonly paidOn: string;
  readonly items: readonly ContentItem[];
}

/** An item of a payment with the withholding that was kept with it. */
export interface CertifiableItem extends ContentItem {
  readonly agentShare: string;
  readonly withholding: PlainWithholding | Record<string, never>;
}

type Sums = Pick<
  CertificateContent,
  'gross' | 'lines' | 'social' | 'relief' | 'vat' | 'vatWithheld' | 'withholdingTax' | 'agentShare' | 'net'
>;

/** The sums of a payment. @throws RuleViolation `no-rates-on-date` */
export function sumsOf(
  items: readonly CertifiableItem[],
  { paidOn, rates }: { readonly paidOn: string; readonly rates: readonly WithholdingRates[] },
): Sums {
  const withheld = sumWithholdings(
    items
      .map(({ withholding }) => withholding)
      .filter(isKept)
      .map(readWithholding),
  );
  const total = (name: 'gross' | 'net' | 'agentShare') => Money.sum(items.map((item) => Money.parse(item[name])));
  const gross = total('gross');
  return {
    gross: gross.toString(),
    lines: linesOf(withheld),
    social: withheld.social.toString(),
    relief: reliefOf(withheld, { gross, paidOn, rates }),
    vat: withheld.vat.toString(),
    vatWithheld: withheld.vatWithheld.toString(),
    withholdingTax: withheld.withholdingTax.toString(),
    agentShare: total('agentShare').toString(),
    net: total('net').toString(),
  };
}

/** In the order of the paper; a contribution at two rates has two lines. */
function linesOf({ trace }: Withholding): CertifiedLine[] {
  return contributionKinds.flatMap((kind) =>
    trace.filter((line) => line.kind === kind).map(({ base, rate, amount }) => ({ kind, base, rate, amount })),
  );
}

function reliefOf(
  { trace }: Withholding,
  given: { readonly gross: Money; readonly paidOn: string; readonly rates: readonly WithholdingRates[] },
): StateRelief[] {
  const pension = trace.filter(({ kind }) => kind === 'pension');
  if (pension.length === 0) return [];
  const pensionBase = Money.sum(pension.map(({ base }) => Money.parse(base)));
  return stateRelief({ gross: given.gross, pensionBase }, ratesOn(given.rates, given.paidOn));
}

function isKept(withholding: CertifiableItem['withholding']): withholding is PlainWithholding {
  return 'trace' in withholding;
}
