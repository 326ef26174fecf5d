import postgres from 'postgres';

export const dynamic = 'force-dynamic';

const sql = postgres(process.env.DATABASE_URL ?? '', { max: 10 });

/** The least a page with data can do: one question to the database, one answer on the screen. */
export default async function Page() {
  const [row] = await sql<{ one: number }[]>`select 1 as one`;
  return <p>The database says {row?.one}.</p>;
}
