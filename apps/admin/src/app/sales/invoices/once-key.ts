/**
 * The idempotency key of one dialog: the same content pressed twice, or sent again after a lost answer, is done once;
 * another content (a reason added after a refusal) is another request.
 */
export class OnceKey {
  private readonly dialog = randomHex(16);
  private content = '';
  private attempt = 0;

  of(body: object): string {
    const content = JSON.stringify(body);
    if (content !== this.content) this.attempt += 1;
    this.content = content;
    return `${this.dialog}-${this.attempt}`;
  }
}

/** Not `randomUUID`, which browsers keep from pages served without https on a house's own network. */
function randomHex(bytes: number): string {
  return [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
