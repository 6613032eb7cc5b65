import type { EntityManager } from 'typeorm';

/** A transaction, or the plain connection: what use cases read and write through. */
export type Tx = EntityManager;
