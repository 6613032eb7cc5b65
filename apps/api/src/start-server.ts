import { AppModule } from './app.module';
import { prepareHouse, welcome, writeDemoDocuments } from './demo';
import { ConfigError, readConfig } from './platform/config/config';
import { migrate } from './platform/database/migrate';
import { createApp } from './platform/http/create-app';

/** Migrates, prepares the house on its first run, then serves until it is told to stop. */
export async function startServer(): Promise<void> {
  try {
    const config = readConfig(process.env);
    await migrate(config.databaseUrl);
    await prepareHouse((own) => AppModule.with(own), config, say);
    const app = await createApp(AppModule.with(config), config);
    await app.listen(config.port, config.host);
    await welcome(app, config, say);
    process.send?.({ ready: true });
    const stop = () => void app.close().then(() => process.exit(0));
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    await writeDemoDocuments(app, config, say);
  } catch (error) {
    process.stderr.write(`${startFault(error)}\n`);
    process.exit(1);
  }
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** One sentence for what a person can mend; the whole error for what is a bug. */
function startFault(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, port, stack } = error as { code?: string; port?: number; stack?: string };
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: stop the other program, or start with another one (PORT=3001 npm start).`;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND')
    return 'The database of DATABASE_URL does not answer: check its address and that it runs.';
  if (code === '28P01' || code === '28000') return 'The database of DATABASE_URL refuses this user or password.';
  if (code === '3D000') return 'The database named in DATABASE_URL does not exist: create it first.';
  return stack ?? String(error);
}
