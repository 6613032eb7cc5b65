const net = require('node:net');

/** Can this process listen there now? @returns {Promise<string | undefined>} the system's error code when it can not */
function listenFault(port, host) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', (error) => resolve(error.code ?? 'EUNKNOWN'));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/** A port of the loopback that nobody uses, the wished one when it is free. */
async function freePort(wished) {
  if (wished && (await listenFault(wished, '127.0.0.1')) === undefined) return wished;
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

module.exports = { freePort, listenFault };
