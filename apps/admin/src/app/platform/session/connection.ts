import { Injectable, signal } from '@angular/core';

/** Whether the API answers. The shell says so when it does not. */
@Injectable({ providedIn: 'root' })
export class Connection {
  readonly down = signal(false);

  answered(): void {
    this.down.set(false);
  }

  lost(): void {
    this.down.set(true);
  }
}
