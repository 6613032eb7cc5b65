/** Constraints of the database that a person can break, by name, and how they are told. */
export interface ConstraintProblem {
  readonly code: string;
  readonly pointer?: string;
}

const table = new Map<string, ConstraintProblem>();

/** Called by a feature for the unique and foreign keys that its users can run into. */
export function mapConstraints(entries: Readonly<Record<string, ConstraintProblem>>): void {
  for (const [name, problem] of Object.entries(entries)) table.set(name, problem);
}

export function constraintProblem(name: string | undefined): ConstraintProblem | undefined {
  return name === undefined ? undefined : table.get(name);
}
