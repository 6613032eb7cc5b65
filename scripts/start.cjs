'use strict';
require('./runtime/require-node.cjs');
require('./runtime/enter.cjs').enter((log) =>
  require('./runtime/start-application.cjs').startApplication(process.argv.slice(2), log),
);
