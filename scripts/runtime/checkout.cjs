/** Where things are. */
const path = require('node:path');

const ROOT = path.resolve(__dirname, '..', '..');

/** Relative paths that a person gives are meant from where the command was called. */
const callFolder = () => process.env.INIT_CWD ?? process.cwd();

const dataFolder = () => path.resolve(callFolder(), process.env.COLOPHON_DATA_DIR || path.join(ROOT, '.data'));

module.exports = { ROOT, callFolder, dataFolder };
