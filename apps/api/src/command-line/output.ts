/** What a command says: sentences for a person, or one JSON document for a program. */
export class Output {
  constructor(private readonly json: boolean) {}

  /** The command's answer. */
  done(sentence: string, answer: object): void {
    process.stdout.write(this.json ? `${JSON.stringify(answer)}\n` : `${sentence}\n`);
  }

  refused(problem: { code: string; detail: string; errors?: readonly object[] }): void {
    if (this.json) process.stdout.write(`${JSON.stringify({ error: problem })}\n`);
    else process.stderr.write(`${[problem.detail, ...(problem.errors ?? []).map(line)].join('\n')}\n`);
  }

  /** How far a long command is; only for a person who looks on. */
  progress(done: number, total: number | undefined): void {
    if (this.json || !process.stderr.isTTY) return;
    process.stderr.write(`\r${done}${total === undefined ? '' : ` / ${total}`}   ${done === total ? '\n' : ''}`);
  }
}

function line(error: object): string {
  const { pointer, detail } = error as { pointer?: string; detail?: string };
  return `  ${pointer ?? ''} ${detail ?? ''}`;
}
