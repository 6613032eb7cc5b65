import 'reflect-metadata';

import { runCommandLine } from './command-line/run-command-line';

void runCommandLine(process.argv.slice(2)).then((code) => process.exit(code));
