/** Bringing files to the importer as the admin does, in specs. */
import iconv from 'iconv-lite';

import { Tasks } from '../../apps/api/src/platform/tasks/tasks';
import { startTestApi, type ApiClient, type TestApi } from './api';

export type Files = Record<string, string | Buffer>;

export interface Issue {
  readonly severity: string;
  readonly fileName: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly reason: string;
}

/** An import as the API tells it, with what it found. */
export interface ReadReport {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a spec looks at the wire as it comes
  readonly [member: string]: any;
  readonly issues: Issue[];
  readonly errorsOf: Issue[];
}

/** An API whose owner imports files; tasks run here and now. */
export async function startImports() {
  const api = await startTestApi();
  const owner = await api.as('owner');
  return { api, owner, ...importsOf(api, owner) };
}

function importsOf(api: TestApi, owner: ApiClient) {
  const run = (taskId: number): Promise<void> => api.get(Tasks).run(taskId);

  const report = async (id: number, client = owner): Promise<ReadReport> => {
    const found = await client.get(`/api/imports/${id}`).expect(200);
    const issues = await client.get(`/api/imports/${id}/issues?limit=100`).set('Accept-Language', 'fr').expect(200);
    const items: Issue[] = issues.body.items;
    return { ...found.body, issues: items, errorsOf: items.filter(({ severity }) => severity === 'error') };
  };

  const bring = async (files: Files, client = owner) => {
    const bytes = Object.entries(files).map(([name, content]) => [name, Buffer.from(content as string)]);
    const started = await client.uploadAll('/api/imports', Object.fromEntries(bytes)).expect(202);
    await run(started.body.taskId);
    return report(started.body.importId, client);
  };

  const apply = async (id: number) => {
    const started = await owner.post(`/api/imports/${id}/apply`).expect(202);
    await run(started.body.taskId);
    return report(id);
  };

  const importNow = async (files: Files) => {
    const checked = await bring(files);
    expect(checked.errorsOf).toEqual([]);
    return apply(checked.id);
  };

  const count = async (table: string): Promise<number> =>
    (await api.sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]!.count;

  return { run, report, bring, apply, importNow, count };
}

/** A file of each kind as people have them: three encodings, references from one to the next, names in any order. */
export const smallHouse: Files = {
  'auteurs.csv': iconv.encode(
    'Référence;Nom;Prénom;Courriel;Adresse;CP;Ville;IBAN;N° de sécurité sociale;Précompte;TVA\r\n' +
      'A1;Lefèvre;Zoé;zoe@example.org;3, rue des Frères;1000;Bourg-en-Bresse;FR76 3000 6000 0112 3456 7890 189;2 55 08 14 168 025 38;précompte;retenue\r\n' +
      'A2;N’Diaye;Awa;;;;;;;dispense;franchise\r\n',
    'windows-1252',
  ),
  'catalogue.csv': iconv.encode(
    'Catalogue 2025;;;;;;;\r' +
      'Œuvre;ISBN;Titre;Auteur(s);Collection;Format;Parution;Prix TTC\r' +
      'O1;978-2-07-061275-8;L’été à la forêt;Lefèvre, Zoé;Terres;broché;15/03/2024;1 018,50 ¤\r' +
      'O1;9782070612765;L’été à la forêt;Zoé Lefèvre;Terres;numérique;15/03/2024;9,99\r' +
      ';9782070612772;Où va l’eau;Awa N’Diaye & Luc Martin (ill.);;relié;31.12.25;24\r',
    'macintosh',
  ),
  'clients.csv':
    '\ufeffNom;Ville;CP;Pays;Remise;Gencod;Règlement\nLibrairie de l’Îlot;Rennes;35000;France;35 %;3020410000008;60 jours fin de mois\n',
  'contrats.csv':
    'Contrat;Auteur;ISBN;Assiette;Taux;Ex. auteur;À-valoir;Signé le;Tirage minimum\n' +
    'C1;A1;9782070612758;tirage;"8 % jusqu’à 3000 ; 10 %";20;1 500,00;10/01/2024;1000\n' +
    'C1;;9782070612765;ventes;12 %;;;;\n',
  'tirages.csv':
    'ISBN;N° tirage;Date;Tirage;Imprimeur;Coût unitaire;Droits déjà payés\n' +
    '9782070612758;1;12/03/2024;1 500;Imprimerie du Lez;2,35;oui\n' +
    '9782070612758;2;46022;1 000;Imprimerie du Lez;2,5;non\n',
  'chiffres.csv': 'ISBN;Période;Ventes;Retours;Gratuits;Pilon;Écart d’inventaire\n9782070612758;2025;420;35;12;0;-2\n',
};
