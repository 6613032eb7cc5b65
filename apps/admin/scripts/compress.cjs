/**
 * The last step of the build: beside each file of text its brotli and gzip forms, as small as they get, which the API
 * serves as they are. Pressed once here, and not at each request with what little effort a request can wait for.
 */
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { promisify } = require('node:util');
const zlib = require('node:zlib');

const FOLDER = path.join(__dirname, '../dist/browser');
const TEXT = /\.(js|css|svg|json|html|txt)$/;
/** Less than this fits into one packet anyway. */
const LEAST_BYTES = 1024;

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

async function compress(file) {
  const bytes = fs.readFileSync(file);
  if (bytes.length < LEAST_BYTES) return;
  fs.writeFileSync(
    `${file}.br`,
    await brotli(bytes, { params: { [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  );
  fs.writeFileSync(`${file}.gz`, await gzip(bytes, { level: 9 }));
}

function textFiles() {
  const names = fs.readdirSync(FOLDER, { recursive: true });
  return names.filter((name) => TEXT.test(name)).map((name) => path.join(FOLDER, name));
}

Promise.all(textFiles().map(compress)).catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
