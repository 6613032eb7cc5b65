import type { INestApplicationContext } from '@nestjs/common';

import type { Actor } from '../../platform/sign-in/actor';

/** What a step of the demonstration works with. */
export interface DemoHands {
  readonly app: INestApplicationContext;
  /** The demonstration's owner; the program itself before there is one. */
  readonly actor: Actor;
  readonly say: (text: string) => void;
}

/**
 * A step may be cut off at any point and run again: it looks at what is there, does the rest, and goes through the use
 * cases of the pages only.
 */
export type DemoStep = (hands: DemoHands) => Promise<void>;
