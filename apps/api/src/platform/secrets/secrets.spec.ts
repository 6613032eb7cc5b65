import { rmSync, statSync, writeFileSync } from 'node:fs';

import { startTestApi, type TestApi } from '../../../../../tests/support/api';
import { CONFIG } from '../config/config';
import { PrepareKey } from './prepare-key';
import { Secrets } from './secrets';

let api: TestApi;

beforeEach(async () => {
  api = await startTestApi();
});
afterEach(() => api.close());

describe('the key of a house', () => {
  it('is made once, readable by its owner only, and seals a text differently each time', () => {
    const secrets = api.get(Secrets);
    expect(statSync(secrets.keyPath).mode & 0o777).toBe(0o600);
    const sealed = [secrets.encrypt('FR76'), secrets.encrypt('FR76')];
    expect(sealed[0]).not.toEqual(sealed[1]);
    expect(sealed.map((each) => secrets.decrypt(each))).toEqual(['FR76', 'FR76']);
    expect(sealed[0]?.toString('latin1')).not.toContain('FR76');
  });

  it('is never made anew where a house has sealed something with it: the loss is said instead', async () => {
    const { keyPath } = api.get(Secrets);
    rmSync(keyPath);
    await api.get(PrepareKey).onApplicationBootstrap();
    expect(() => statSync(keyPath)).toThrow('ENOENT');
  });

  it('that is another house’s opens nothing, and says which file to put back', async () => {
    const { keyPath } = api.get(Secrets);
    writeFileSync(keyPath, `${Buffer.alloc(32, 7).toString('base64')}\n`);
    const [{ sealed }] = (await api.sql<{ sealed: Buffer }>(
      `SELECT secret_check_encrypted AS sealed FROM installation`,
    )) as [{ sealed: Buffer }];
    expect(() => new Secrets(api.app.get(CONFIG)).decrypt(sealed)).toThrow('secret-key-missing');
    await api.get(PrepareKey).onApplicationBootstrap();
  });
});
