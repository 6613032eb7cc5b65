/** Loaded first into the API's process: it ends itself in good order when its launcher was killed. */
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
