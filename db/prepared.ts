import 'server-only';
import type { Reader } from './client';

/** Stands in a statement for what is given when it is executed, under this name; as the driver writes it: instants as ISO text. */
export { placeholder } from 'drizzle-orm';

/** A statement whose text is always the same is put together once for each pool, not for every question. */
export function prepared<Statement>(build: (reader: Reader) => Statement): (reader: Reader) => Statement {
  const built = new WeakMap<Reader, Statement>();
  return (reader) => {
    const known = built.get(reader);
    if (known !== undefined) return known;
    const made = build(reader);
    built.set(reader, made);
    return made;
  };
}
