/**
 * A fault that the person at the keyboard can put right: it is told in one sentence, without a stack trace.
 * Everything else is a bug, and keeps its stack.
 */
class ExpectedFailure extends Error {}

/** Faults of the machine that say enough by themselves, by the code that Node gives them. */
const MACHINE_FAULTS = {
  ENOSPC: 'The disk is full: free some space, then start again. Nothing that was saved is lost.',
  EROFS: 'The data folder is on a read-only disk: choose another with COLOPHON_DATA_DIR.',
  EDQUOT: 'The disk quota is used up: free some space, then start again.',
};

/** @param {any} error @returns {string | undefined} the sentence for an expected fault */
function sentenceFor(error) {
  if (error instanceof ExpectedFailure) return error.message;
  if (error && (error.code === 'EACCES' || error.code === 'EPERM') && error.path) {
    return `No permission to use ${error.path}: check who owns it, or choose another folder with COLOPHON_DATA_DIR.`;
  }
  const sentence = error && MACHINE_FAULTS[error.code];
  return sentence && error.path ? `${sentence} (${error.path})` : sentence;
}

/** Runs a command's main function; an expected fault is printed as one sentence and ends with exit code 1. */
async function run(main, lastLineOfFault = '') {
  try {
    const code = await main();
    process.exitCode = code ?? 0;
  } catch (error) {
    const sentence = sentenceFor(error);
    process.stderr.write(sentence ? `\n${sentence}\n` : `${error?.stack ?? error}\n`);
    if (lastLineOfFault) process.stdout.write(`${lastLineOfFault}\n`);
    process.exitCode = 1;
  }
}

module.exports = { ExpectedFailure, run, sentenceFor };
