import { Rational } from '@colophon/domain/money';
import type { CellFormulaValue, CellValue, Workbook } from 'exceljs';

/**
 * Works every formula of a workbook out with exact numbers, from what is typed in its cells alone: no result that the
 * file carries is believed. It knows what our sheets use: + − * /, ROUND, SUM, SUMIF, MAX, cells and ranges.
 */
export interface WorkedOut {
  /** « 6 Droits dus!F18 ». */
  readonly cell: string;
  readonly formula: string;
  readonly exact: Rational;
  /** What the file says that it comes to. */
  readonly said: string;
}

export function workedOut(workbook: Workbook): WorkedOut[] {
  const sheets = new Map(workbook.worksheets.map((sheet) => [sheet.name, sheet]));
  const known = new Map<string, Rational>();
  const found: WorkedOut[] = [];
  const valueAt = (sheet: string, cell: string): CellValue => {
    const page = sheets.get(sheet);
    if (!page) throw new Error(`No sheet « ${sheet} »`);
    return page.getCell(cell).value;
  };
  const exactAt = (sheet: string, cell: string): Rational => {
    const key = `${sheet}!${cell}`;
    const before = known.get(key);
    if (before) return before;
    const exact = worth(valueAt(sheet, cell), sheet);
    known.set(key, exact);
    return exact;
  };
  const worth = (value: CellValue, sheet: string): Rational => {
    if (typeof value === 'number') return Rational.parse(plain(value));
    if (isFormula(value))
      return new Reader(value.formula, sheet, exactAt, (name) => sheets.get(name)?.rowCount ?? 0).result();
    return Rational.zero;
  };
  for (const [name, sheet] of sheets) {
    sheet.eachRow((row) =>
      row.eachCell(({ address, value }) => {
        if (!isFormula(value)) return;
        // The reader of the file leaves a result of 0 out.
        const said = plain((value.result as number | undefined) ?? 0);
        found.push({ cell: `${name}!${address}`, formula: value.formula, exact: exactAt(name, address), said });
      }),
    );
  }
  return found;
}

function isFormula(value: CellValue): value is CellFormulaValue {
  return typeof value === 'object' && value !== null && 'formula' in value;
}

/** The shortest decimal that reads as the same double: what stands in the file. */
function plain(value: number): string {
  const text = String(value);
  if (text.includes('e')) throw new Error(`Not a plain number: ${text}`);
  return text;
}

const TOKEN = /\s*('(?:[^']|'')+'|[A-Z]+(?=\()|\$?[A-Z]+\$?\d+|\$?[A-Z]+(?=[:,)]|$)|\d+(?:\.\d+)?|[-+*/(),:!])/y;

type ExactAt = (sheet: string, cell: string) => Rational;

/** One formula, read from left to right. */
class Reader {
  private readonly tokens: string[] = [];
  private at = 0;

  constructor(
    private readonly formula: string,
    private readonly sheet: string,
    private readonly exactAt: ExactAt,
    private readonly rowsOf: (sheet: string) => number,
  ) {
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < formula.length) {
      const start = TOKEN.lastIndex;
      const match = TOKEN.exec(formula);
      if (!match) throw new Error(`Cannot read « ${formula} » from ${start}`);
      this.tokens.push(match[1] as string);
    }
  }

  result(): Rational {
    const value = this.sum();
    if (this.at !== this.tokens.length) throw new Error(`Something is left of « ${this.formula} »`);
    return value;
  }

  private sum(): Rational {
    let value = this.product();
    for (;;) {
      if (this.takes('+')) value = value.plus(this.product());
      else if (this.takes('-')) value = value.minus(this.product());
      else return value;
    }
  }

  private product(): Rational {
    let value = this.factor();
    for (;;) {
      if (this.takes('*')) value = value.times(this.factor());
      else if (this.takes('/')) value = value.dividedBy(this.factor());
      else return value;
    }
  }

  private factor(): Rational {
    if (this.takes('-')) return this.factor().negated();
    if (this.takes('(')) return this.closed(this.sum());
    const token = this.next();
    if (/^\d/.test(token)) return Rational.parse(token);
    if (this.tokens[this.at] === '(') return this.call(token);
    this.at -= 1;
    return this.exactAt(...this.place());
  }

  private call(name: string): Rational {
    this.expect('(');
    if (name === 'ROUND') {
      const value = this.sum();
      this.expect(',');
      return this.closed(value.roundedHalfAwayFromZero(Number(this.next())));
    }
    if (name === 'SUM') return this.closed(total(this.range()));
    if (name === 'MAX') return this.closed(this.most());
    if (name === 'SUMIF') return this.closed(this.sumIf());
    throw new Error(`Unknown function ${name}`);
  }

  private most(): Rational {
    let most = this.sum();
    while (this.takes(',')) {
      const next = this.sum();
      if (next.compare(most) > 0) most = next;
    }
    return most;
  }

  private sumIf(): Rational {
    const keys = this.range();
    this.expect(',');
    const wanted = this.sum();
    this.expect(',');
    const values = this.range();
    return total(values.filter((_, index) => keys[index]?.equals(wanted)));
  }

  /** Of one column: from a line to a line, or all of it. */
  private range(): Rational[] {
    const [sheet, from] = this.place();
    this.expect(':');
    const to = this.next().replaceAll('$', '');
    const column = from.replace(/\d+$/, '');
    const first = Number(/\d+$/.exec(from)?.[0] ?? 1);
    const last = Number(/\d+$/.exec(to)?.[0] ?? this.rowsOf(sheet));
    return Array.from({ length: last - first + 1 }, (_, index) => this.exactAt(sheet, `${column}${first + index}`));
  }

  private place(): [sheet: string, cell: string] {
    const token = this.next();
    if (!token.startsWith("'")) return [this.sheet, token.replaceAll('$', '')];
    this.expect('!');
    return [token.slice(1, -1).replaceAll("''", "'"), this.next().replaceAll('$', '')];
  }

  private closed(value: Rational): Rational {
    this.expect(')');
    return value;
  }

  private next(): string {
    const token = this.tokens[this.at];
    if (token === undefined) throw new Error(`« ${this.formula} » ends early`);
    this.at += 1;
    return token;
  }

  private takes(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  private expect(token: string): void {
    if (!this.takes(token)) throw new Error(`« ${token} » is missing in « ${this.formula} »`);
  }
}

function total(values: readonly Rational[]): Rational {
  return values.reduce((sum, value) => sum.plus(value), Rational.zero);
}
