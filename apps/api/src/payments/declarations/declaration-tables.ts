import type { ListCell, ListColumnType } from '@colophon/documents/lists';

import type {
  Beneficiary,
  ContributionReturnResponse,
  EuroAmount,
  FeeReturnResponse,
  TaxReturnResponse,
} from './declaration-dto';

type Locale = 'fr' | 'en';
type Words = Readonly<Record<Locale, string>>;

/** A column of an exported return: its heading, its type and its cell. */
interface Column<Row> {
  readonly words: Words;
  readonly type: ListColumnType;
  readonly cell: (row: Row) => ListCell;
}

/** A return as a file. */
export interface DeclarationTable {
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly type: ListColumnType }[];
  readonly rows: readonly (readonly ListCell[])[];
}

const who: readonly Column<Beneficiary>[] = [
  { words: { fr: 'Nom et prénom', en: 'Last and first name' }, type: 'text', cell: ({ legalName }) => legalName },
  { words: { fr: 'Nom d’auteur', en: 'Name on the books' }, type: 'text', cell: ({ name }) => name },
  {
    words: { fr: 'N° de sécurité sociale', en: 'Social-security number' },
    type: 'text',
    cell: ({ socialSecurityNumber }) => socialSecurityNumber,
  },
  { words: { fr: 'SIRET', en: 'SIRET' }, type: 'text', cell: ({ siret }) => siret },
  { words: { fr: 'Adresse', en: 'Address' }, type: 'text', cell: ({ address }) => address },
  { words: { fr: 'Pays', en: 'Country' }, type: 'text', cell: ({ country }) => country },
];

const money = <Row>(fr: string, en: string, cell: (row: Row) => string): Column<Row> => ({
  words: { fr, en },
  type: 'money',
  cell,
});

type ContributionRow = ContributionReturnResponse['rows'][number];

const contributionColumns: readonly Column<ContributionRow>[] = [
  ...who,
  money('Brut', 'Gross', ({ amounts }) => amounts.gross),
  money('Assiette CSG-CRDS', 'CSG and CRDS base', ({ amounts }) => amounts.socialBase),
  money('CSG', 'CSG', ({ amounts }) => amounts.csg),
  money('CRDS', 'CRDS', ({ amounts }) => amounts.crds),
  money('Assiette vieillesse', 'Pension base', ({ amounts }) => amounts.pensionBase),
  money('Vieillesse', 'Pension', ({ amounts }) => amounts.pension),
  money('CFP', 'Training', ({ amounts }) => amounts.training),
  money('Total précompté', 'Total withheld', ({ amounts }) => amounts.social),
];

/** One row an author. */
export function contributionTable(made: ContributionReturnResponse, locale: Locale): DeclarationTable {
  const name = { fr: 'urssaf-artistes-auteurs', en: 'urssaf-authors' }[locale];
  return table(`${name}-${made.from}-${made.to}`, contributionColumns, made.rows, locale);
}

export function feeTable(made: FeeReturnResponse, locale: Locale): DeclarationTable {
  const columns: readonly Column<FeeReturnResponse['rows'][number]>[] = [
    ...who,
    money('Droits d’auteur bruts HT', 'Royalties excluding VAT', ({ gross }) => gross),
    money('TVA', 'VAT', ({ vat }) => vat),
    money('Montant TTC', 'Amount including VAT', ({ inclVat }) => inclVat),
    { words: { fr: 'À déclarer', en: 'To be declared' }, type: 'boolean', cell: ({ isDue }) => isDue },
  ];
  return table(`das2-${made.year}`, columns, made.rows, locale);
}

type Month = TaxReturnResponse['months'][number];

const month: Column<Month> = { words: { fr: 'Mois', en: 'Month' }, type: 'date', cell: ({ from }) => from };

const inEuros = (fr: string, en: string, of: (row: Month) => EuroAmount): readonly Column<Month>[] => [
  money(fr, en, (row) => of(row).amount),
  money(`${fr}, en euros`, `${en}, in euros`, (row) => of(row).euros),
  money(`${fr}, écart d’arrondi`, `${en}, rounding difference`, (row) => of(row).difference),
];

/** Annex 3310-A: VAT withheld from authors, and VAT due on services from abroad. */
export function vatTable(made: TaxReturnResponse, locale: Locale): DeclarationTable {
  const columns = [
    month,
    ...inEuros('Base de la retenue', 'Base withheld on', ({ vatBase }) => vatBase),
    ...inEuros('TVA retenue', 'VAT withheld', ({ vatWithheld }) => vatWithheld),
    ...inEuros('Base autoliquidée', 'Reverse-charge base', ({ reverseChargeBase }) => reverseChargeBase),
    ...inEuros('TVA autoliquidée', 'Reverse-charge VAT', ({ reverseChargeVat }) => reverseChargeVat),
  ];
  return table(`tva-auteurs-${made.year}`, columns, made.months, locale);
}

/** Form 2494, by month and person. */
export function withholdingTaxTable(made: TaxReturnResponse, locale: Locale): DeclarationTable {
  const rows = made.months.flatMap(({ from, taxDueOn, taxed }) => taxed.map((row) => ({ ...row, from, taxDueOn })));
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { words: { fr: 'Mois', en: 'Month' }, type: 'date', cell: ({ from }) => from },
    ...who.filter(({ words }) => words.en !== 'Social-security number'),
    money('Brut', 'Gross', ({ gross }) => gross),
    money('Retenue à la source', 'Withholding tax', ({ withholdingTax }) => withholdingTax),
    { words: { fr: 'À verser avant le', en: 'Due on' }, type: 'date', cell: ({ taxDueOn }) => taxDueOn },
  ];
  return table(`retenue-a-la-source-${made.year}`, columns, rows, locale);
}

function table<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  locale: Locale,
): DeclarationTable {
  return {
    name,
    columns: columns.map(({ words, type }) => ({ header: words[locale], type })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}
