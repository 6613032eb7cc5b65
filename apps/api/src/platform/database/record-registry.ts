/** Records (TypeORM entities) declare themselves here, so that the platform knows them without knowing the features. */
type RecordClass = new () => object;

const registered = new Set<RecordClass>();

/** Called once by each feature's `records.ts`. */
export function registerRecords(...classes: readonly RecordClass[]): void {
  for (const each of classes) registered.add(each);
}

export function records(): RecordClass[] {
  return [...registered];
}
