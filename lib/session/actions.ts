'use server';
import { findActor } from './actor';

/** Typing and reading are work too: asking who is there moves the idle lock. */
export async function keepAliveAction(): Promise<void> {
  await findActor();
}
