'use strict';
require('./runtime/require-node.cjs');
require('./runtime/enter.cjs').enter(
  (log) => require('./runtime/run-command.cjs').runCommand(process.argv.slice(2), log),
  { quiet: true },
);
