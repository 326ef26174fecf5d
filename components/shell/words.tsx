import type { ReactNode } from 'react';
import { type MessageTree, PackedWords } from './packed-words';

/**
 * Gives what is drawn in the browser further words beside those it has. They travel as one text: as a tree the
 * framework would take every word in hand.
 */
export function Words({ of, children }: { of: MessageTree; children: ReactNode }) {
  return <PackedWords text={JSON.stringify(of)}>{children}</PackedWords>;
}
