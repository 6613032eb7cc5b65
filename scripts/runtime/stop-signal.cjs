/**
 * Ctrl-C, or whatever else asks this process to end. Heard from before the database starts, so that whatever moment
 * it comes at, what was started is stopped in good order.
 */
function listenForStop() {
  const stop = { asked: false, act: () => {} };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (stop.asked) return;
      stop.asked = true;
      stop.act();
    });
  }
  return stop;
}

module.exports = { listenForStop };
