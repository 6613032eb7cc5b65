/** The one source of today: fixed in the demo and in tests, the machine's otherwise. */
export class Clock {
  constructor(private fixed: Date | undefined) {}

  now(): Date {
    return this.fixed ?? new Date();
  }

  /** The calendar date in France, `YYYY-MM-DD`: a sale at 23:30 in Rennes belongs to that day. */
  today(): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(this.now());
  }

  get isFixed(): boolean {
    return this.fixed !== undefined;
  }

  /** Only the demo's loader and tests move the clock. */
  moveTo(instant: Date | undefined): void {
    this.fixed = instant;
  }
}
