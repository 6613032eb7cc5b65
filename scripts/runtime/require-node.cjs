/* Written in the oldest JavaScript on purpose: it must run on the very Node that it refuses. */
'use strict';
var major = Number(process.versions.node.split('.')[0]);
if (!(major >= 20)) {
  process.stderr.write(
    '\nColophon needs Node 20 or later to start, and this is Node ' +
      process.versions.node +
      ': install a newer one from https://nodejs.org.\n',
  );
  process.exit(1);
}
