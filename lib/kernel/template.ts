import 'server-only';

/** A text with the words of one reader in its slots. */
export type Template<Slot extends string> = (words: Record<Slot, string>) => string;

/** @param marks what stands in the text for each slot; no mark is a part of another one. */
export function templateOf<Slot extends string>(text: string, marks: Record<Slot, string>): Template<Slot> {
  let parts: (string | { slot: Slot })[] = [text];
  for (const slot of Object.keys(marks) as Slot[])
    parts = parts.flatMap((part) =>
      typeof part === 'string'
        ? part.split(marks[slot]).flatMap((piece, n) => (n === 0 ? [piece] : [{ slot }, piece]))
        : [part],
    );
  return (words) => parts.map((part) => (typeof part === 'string' ? part : words[part.slot])).join('');
}
