import 'server-only';
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

type SqlType =
  | 'boolean'
  | 'date'
  | 'double precision'
  | 'integer'
  | 'jsonb'
  | 'smallint'
  | 'text'
  | 'timestamptz'
  | 'uuid';
type Scalar = string | number | boolean | null;

/** A whole list as one parameter: thousands of placeholders cost more than the statement that has them. */
export function listOf(type: SqlType, values: readonly Scalar[]): SQL {
  return sql`${arrayText(values)}::${sql.raw(`${type}[]`)}`;
}

/** `column in (…)` with the list as one parameter. */
export const isAnyOf = (column: SQLWrapper, type: SqlType, values: readonly Scalar[]): SQL =>
  sql`${column} = any(${listOf(type, values)})`;

/** Columns side by side as rows: `from ${rowsOf([…])} as given(a, b)`. */
export const rowsOf = (columns: readonly SQL[]): SQL => sql`unnest(${sql.join([...columns], sql`, `)})`;

/** The columns of a table that are written, each with its type and where its value comes from. */
type Columns<R> = Readonly<Record<string, readonly [type: SqlType, of: (row: R) => Scalar]>>;

/** An insert with a parameter for each column, however many rows it has. */
export function insertOf<R>(table: string, columns: Columns<R>, rows: readonly R[]): SQL {
  const names = Object.keys(columns).map((name) => sql.identifier(name));
  const lists = Object.values(columns).map(([type, of]) => listOf(type, rows.map(of)));
  return sql`insert into ${sql.identifier(table)} (${sql.join(names, sql`, `)}) select * from ${rowsOf(lists)}`;
}

/** PostgreSQL's own way of writing an array; everything that is not a number is quoted. */
function arrayText(values: readonly Scalar[]): string {
  return `{${values.map(written).join(',')}}`;
}

function written(value: Scalar): string {
  if (value === null) return 'NULL';
  if (typeof value !== 'string') return String(value);
  return value.includes('"') || value.includes('\\')
    ? `"${value.replaceAll(/["\\]/g, '\\$&')}"`
    : `"${value}"`;
}
