import type { ImportedDirectory } from '../exchange';

/** Files with errors: nothing was written, and each error is told. */
export class RefusedFiles extends Error {
  constructor(readonly imported: ImportedDirectory) {
    super('refused files');
  }
}
