/**
 * Writes libs/api-client: the OpenAPI document of the API and the types generated from it.
 * `--check` writes nothing and fails where the committed files are stale.
 */
const { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');

const ts = require('typescript');

const root = resolve(__dirname, '..');
const dist = join(root, 'apps/api/dist');
const client = join(root, 'libs/api-client');

/** Types, lengths and comments of the DTO classes, read from the source by Nest's own compiler plugin. */
async function writeMetadata() {
  const { PluginMetadataGenerator } = await import('@nestjs/cli/lib/compiler/plugins/plugin-metadata-generator.js');
  const { ReadonlyVisitor } = await import('@nestjs/swagger/plugin');
  const pathToSource = join(root, 'apps/api/src');
  const outputDir = mkdtempSync(join(tmpdir(), 'colophon-metadata-'));
  const visitor = new ReadonlyVisitor({
    introspectComments: true,
    classValidatorShim: true,
    pathToSource,
    dtoFileNameSuffix: ['-dto.ts', '-query.ts', 'address.ts'],
    controllerFileNameSuffix: ['-controller.ts'],
  });
  const tsProgramRef = ReadonlyVisitor.createTsProgram(join(root, 'apps/api/tsconfig.json'));
  new PluginMetadataGenerator().generate({
    visitors: [visitor],
    outputDir,
    filename: 'metadata.ts',
    tsProgramRef,
    watch: false,
  });
  const source = readFileSync(join(outputDir, 'metadata.ts'), 'utf8');
  rmSync(outputDir, { recursive: true });
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  writeFileSync(join(dist, 'openapi-metadata.js'), outputText);
}

async function document() {
  await writeMetadata();
  require('reflect-metadata');
  const { AppModule } = require(join(dist, 'app.module.js'));
  const { createApp } = require(join(dist, 'platform/http/create-app.js'));
  const { openapiDocument } = require(join(dist, 'platform/openapi/openapi-document.js'));
  const dataDir = mkdtempSync(join(tmpdir(), 'colophon-openapi-'));
  const config = {
    databaseUrl: 'postgres://nowhere',
    dataDir,
    port: 0,
    host: '',
    trustedProxies: 0,
    startEmpty: true,
    runTasks: false,
  };
  const app = await createApp(AppModule.with(config, false), config);
  const result = await openapiDocument(app, require(join(dist, 'openapi-metadata.js')).default);
  rmSync(dataDir, { recursive: true });
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** @returns the generated TypeScript of the document's types. */
async function types(documentFile) {
  const { createClient } = await import('@hey-api/openapi-ts');
  const output = mkdtempSync(join(tmpdir(), 'colophon-client-'));
  await createClient({
    input: documentFile,
    output: { path: output },
    plugins: ['@hey-api/typescript'],
    logs: { level: 'silent' },
  });
  const text = readFileSync(join(output, 'types.gen.ts'), 'utf8');
  rmSync(output, { recursive: true });
  return text;
}

async function main() {
  if (!existsSync(join(dist, 'app.module.js'))) throw new Error('Build the API first: npx tsc -b apps/api');
  const check = process.argv.includes('--check');
  const openapi = await document();
  const temporary = join(mkdtempSync(join(tmpdir(), 'colophon-openapi-')), 'openapi.json');
  writeFileSync(temporary, openapi);
  const files = [
    [join(client, 'openapi.json'), openapi],
    [join(client, 'src/types.generated.ts'), await types(temporary)],
    [join(client, 'src/index.ts'), "export type * from './types.generated';\n"],
  ];
  mkdirSync(join(client, 'src'), { recursive: true });
  const stale = files.filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
  if (!check) for (const [file, text] of stale) writeFileSync(file, text);
  if (check && stale.length > 0)
    throw new Error(`The API changed and its client did not: run \`npm run api:client\` and commit libs/api-client.`);
  process.stdout.write(check ? 'The API client is fresh.\n' : `${stale.length} files written in libs/api-client.\n`);
}

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.stack ?? error}\n`);
    process.exit(1);
  },
);
