import { smallHouse, startImports, type Files } from '../../../../tests/support/imports';

let imports: Awaited<ReturnType<typeof startImports>>;

beforeAll(async () => {
  imports = await startImports();
  await imports.importNow(smallHouse);
});
afterAll(() => imports.api.close());

describe('an import that was applied', () => {
  const more = (isbn: string): Files => ({
    'titres.csv': `ISBN;Titre;Auteur;Collection;Prix\n${isbn};À défaire ${isbn};Personne d’Autre ${isbn.slice(-2)};Passagère ${isbn};12\n9782070612772;Où va l’eau;;;26\n`,
    'tirages.csv': `ISBN;Date;Tirage;Payé\n${isbn};01/02/2026;500;non\n`,
  });
  const tables = [
    'work',
    'edition',
    'edition_price',
    'collection',
    'contributor',
    'print_run',
    'stock_movement',
    'work_contributor',
  ];
  const counts = () => Promise.all(tables.map((table) => imports.count(table)));

  it('is taken back as a whole', async () => {
    const before = await counts();
    const applied = await imports.importNow(more('9782070612864'));
    expect(await counts()).not.toEqual(before);
    await imports.owner.post(`/api/imports/${applied.id}/undo`).expect(204);
    expect(await counts()).toEqual(before);
    expect((await imports.report(applied.id)).status).toBe('undone');
    await imports.owner.post(`/api/imports/${applied.id}/undo`).expect(409);
  });

  it('stays where something depends on it, and says what', async () => {
    const applied = await imports.importNow(more('9782070612871'));
    const before = await counts();
    const [edition] = await imports.api.sql<{ id: number }>(`SELECT id FROM edition WHERE isbn13 = '9782070612871'`);
    await imports.api.sql(`INSERT INTO print_run (edition_id, number) VALUES ($1, 9)`, [edition!.id]);
    const refused = await imports.owner
      .post(`/api/imports/${applied.id}/undo`)
      .set('Accept-Language', 'fr')
      .expect(409);
    expect(refused.body).toMatchObject({ code: 'import-in-use', detail: expect.stringContaining('1 tirages') });
    await imports.api.sql(`DELETE FROM print_run WHERE edition_id = $1 AND number = 9`, [edition!.id]);
    expect(await counts()).toEqual(before);

    await imports.api.sql(`UPDATE edition SET page_count = 12 WHERE id = $1`, [edition!.id]);
    const changed = await imports.owner
      .post(`/api/imports/${applied.id}/undo`)
      .set('Accept-Language', 'fr')
      .expect(409);
    expect(changed.body.detail).toContain('1 fiches ont été modifiées depuis');
  });
});

describe('all or nothing', () => {
  it('writes nothing where the house has changed since the check, and says what is wrong now', async () => {
    const checked = await imports.bring({
      'clients.csv': 'Nom;Ville;Remise;SIRET\nPremière;Nantes;35;73282932000074\nSeconde;Nantes;35;\n',
      'tirages.csv': 'ISBN;N° tirage;Date;Tirage;Payé\n9782070612758;7;05/05/2026;10;oui\n',
    });
    expect(checked.status).toBe('ready');
    await imports.api
      .sql(`INSERT INTO print_run (edition_id, number, status, accepted_on, quantity_accepted, external_id)
      SELECT id, 7, 'accepted', '2026-05-05', 11, '9782070612758#7' FROM edition WHERE isbn13 = '9782070612758'`);
    const shops = await imports.count('point_of_sale');
    const started = await imports.owner.post(`/api/imports/${checked.id}/apply`).expect(202);
    await imports.run(started.body.taskId);
    expect(await imports.count('point_of_sale')).toBe(shops);
    expect(await imports.report(checked.id)).toMatchObject({
      status: 'refused',
      errorsOf: [{ code: 'run-accepted-differs' }],
    });
    const task = await imports.owner.get(`/api/tasks/${started.body.taskId}`).expect(200);
    expect(task.body).toMatchObject({ status: 'failed', problem: { code: 'import-now-faulty' } });
  });

  it('is taken up again after a crash, and then done once', async () => {
    const checked = await imports.bring({ 'clients.csv': 'Nom;Ville;Remise\nAprès la panne;Brest;35\n' });
    const started = await imports.owner.post(`/api/imports/${checked.id}/apply`).expect(202);
    // As a process leaves it that dies in the middle of its transaction.
    await imports.api.sql(`UPDATE background_task SET status = 'running' WHERE id = $1`, [started.body.taskId]);
    await imports.run(started.body.taskId);
    await imports.api.sql(`UPDATE background_task SET status = 'running' WHERE id = $1`, [started.body.taskId]);
    await imports.run(started.body.taskId);
    const found = await imports.owner.get('/api/points-of-sale?q=panne').expect(200);
    expect(found.body.total).toBe(1);
    expect((await imports.report(checked.id)).status).toBe('applied');
  });
});
