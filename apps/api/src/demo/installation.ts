export interface Installation {
  readonly isDemo: boolean;
  readonly isLoaded: boolean;
  /** Nobody has named the house and nobody has an account: nothing can be lost. */
  readonly isNew: boolean;
}

/** What this database is: the demonstration's, a house's, or a new one. */
export async function readInstallation(query: (text: string) => Promise<unknown[]>): Promise<Installation> {
  const [row] = await query(
    `SELECT is_demo AS "isDemo", demo_loaded_at IS NOT NULL AS "isLoaded",
       (SELECT legal_name = '' FROM house) AND NOT EXISTS (SELECT FROM app_user) AS "isNew" FROM installation`,
  );
  return row as Installation;
}
