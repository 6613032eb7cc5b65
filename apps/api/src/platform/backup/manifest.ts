/** What a backup says of itself; `manifest.json`, the first entry of the archive. */
export interface Manifest {
  readonly product: 'colophon';
  readonly format: 1;
  readonly createdAt: string;
  readonly house: string;
  /** The last migration of the database, so that an older backup finds the shape it was made in. */
  readonly migration: string;
  /** First characters of the hash of the key file; the key itself is never in a backup. */
  readonly keyFingerprint: string | null;
  readonly tables: readonly ManifestTable[];
  readonly sequences: Readonly<Record<string, string>>;
}

export interface ManifestTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** A backup that cannot be made or used; its message is one sentence with the remedy. */
export class BackupError extends Error {}
