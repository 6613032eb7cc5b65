import {
  CellFault,
  lostDigits,
  readAmount,
  readChoice,
  readCountry,
  readDate,
  readRate,
  readWholeNumber,
  type ChoiceName,
  type ChoiceOf,
} from '@colophon/domain/exchange';
import { RuleViolation } from '@colophon/domain/rules';

import { asProblem } from '../../platform/problems/problem-filter';
import type { Details } from '../../platform/problems/problem';
import type { ImportTable } from './import-table';
import type { Issues, Place } from './issues';

/** Which column a member of a request was read from: `/billingAddress/city` → `city`. */
export type Pointers = Readonly<Record<string, string>>;

const HIDDEN = '••••';

/**
 * A row of somebody's file, read member by member. A cell that can't be read is told and counts as absent: the rest of
 * the row is still checked, so that people see all that is wrong at once.
 */
export class ImportRow {
  isFaulty = false;
  private readonly told = new Set<string>();

  constructor(
    readonly table: ImportTable,
    /** As the spreadsheet counts, from 1. */
    readonly number: number,
    private readonly cells: readonly string[],
    private readonly issues: Issues,
  ) {}

  /** The cell as it stands; empty where there is no such column. */
  raw(field: string): string {
    const column = this.table.columns.get(field);
    return column ? (this.cells[column.index] ?? '') : '';
  }

  has(field: string): boolean {
    return this.raw(field) !== '';
  }

  text(field: string): string | undefined {
    return this.raw(field) || undefined;
  }

  /** A cell that must not be empty. */
  required(field: string): string | undefined {
    if (this.has(field)) return this.raw(field);
    this.error(field, 'cell-required');
    return undefined;
  }

  read<T>(field: string, reader: (text: string) => T): T | undefined {
    const text = this.raw(field);
    if (text === '') return undefined;
    try {
      return reader(text);
    } catch (error) {
      if (error instanceof CellFault) this.error(field, error.code, error.values);
      else if (error instanceof RuleViolation) this.refuse(error, {}, field);
      else throw error;
      return undefined;
    }
  }

  /** Digits that must all be there: ISBN, GLN, SIRET; a spreadsheet's 9,78E+12 is refused with the remedy. */
  identifier(field: string, parse: (text: string) => string): string | undefined {
    return this.read(field, (text) => {
      if (lostDigits(text)) throw new CellFault('digits-lost');
      return parse(text);
    });
  }

  amount(field: string): string | undefined {
    return this.read(field, readAmount);
  }

  rate(field: string): string | undefined {
    return this.read(field, readRate);
  }

  whole(field: string): number | undefined {
    return this.read(field, readWholeNumber);
  }

  date(field: string): string | undefined {
    return this.read(field, readDate);
  }

  country(field: string): string | undefined {
    return this.read(field, readCountry);
  }

  choice<Name extends ChoiceName>(field: string, name: Name): ChoiceOf<Name> | undefined {
    return this.read(field, (text) => readChoice(name, text));
  }

  /** One fault a cell: the first says what to mend. */
  error(field: string | undefined, code: string, details: Details = {}): void {
    this.isFaulty = true;
    if (field !== undefined && this.told.has(field)) return;
    if (field !== undefined) this.told.add(field);
    const isSecret = field !== undefined && this.table.columns.get(field)?.isSecret;
    this.issues.error(this.place(field), code, isSecret ? {} : details);
  }

  warn(field: string | undefined, code: string, details: Details = {}): void {
    this.issues.warn(this.place(field), code, details);
  }

  /**
   * Tells what stopped the row, each fault at the cell that it was read from.
   * @throws what nobody expected
   */
  refuse(thrown: unknown, pointers: Pointers, otherwise?: string): void {
    for (const { pointer, code, details } of faultsOf(thrown)) {
      this.error(columnOf(pointer, pointers) ?? otherwise, code, details ?? {});
    }
  }

  place(field: string | undefined): Place {
    const column = field === undefined ? undefined : this.table.columns.get(field);
    const value = field === undefined ? '' : this.raw(field);
    return {
      importFileId: this.table.importFileId,
      sheet: this.table.sheet,
      row: this.number,
      column: column?.header ?? (field === undefined ? undefined : this.table.labelOf(field)),
      value: column?.isSecret && value !== '' ? HIDDEN : value.slice(0, 200) || undefined,
    };
  }
}

/** What a use case refuses, fault by fault. @throws what nobody expected */
export function faultsOf(thrown: unknown): readonly { pointer: string; code: string; details?: Details }[] {
  const problem = asProblem(thrown);
  if (!problem) throw thrown;
  if (problem.fields.length === 0) return [{ pointer: '', code: problem.code, details: problem.details }];
  return problem.fields.map((field) => ({ ...field, details: field.details ?? problem.details }));
}

/** The longest pointer that the fault's begins with. */
export function columnOf(pointer: string, pointers: Pointers): string | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const field = pointers[at];
    if (field !== undefined) return field;
  }
  return undefined;
}
