'use strict';
require('./runtime/require-node.cjs');
require('./runtime/enter.cjs').enter((log) => require('./testing/run-all.cjs').runAll(process.argv.slice(2), log), {
  lastLineOfFault: '0 passed, 1 failed',
});
