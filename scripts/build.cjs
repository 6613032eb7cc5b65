'use strict';
require('./runtime/require-node.cjs');
require('./runtime/enter.cjs').enter((log) => require('./runtime/build.cjs').ensureBuilt(log));
