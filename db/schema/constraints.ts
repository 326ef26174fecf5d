import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** A closed list as an SQL condition; `check` takes no parameters, so the literals are written out. */
export function oneOf(column: AnyColumn, values: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`;
}
