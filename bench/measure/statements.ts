import type postgres from 'postgres';
import { replica } from '@/db/client';

export interface Statement {
  text: string;
  params: Params;
}

type Params = NonNullable<Parameters<postgres.Sql['unsafe']>[1]>;

/** The connection the portal's lists are read through; Drizzle keeps it under this name and does not say so. */
export function listConnection(): postgres.Sql {
  return (replica() as ReturnType<typeof replica> & { $client: postgres.Sql }).$client;
}

/** What a read sends to the database, word for word; what it writes besides (the log of reads) is left out. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const client = listConnection();
  const plain = client.unsafe;
  const seen: Statement[] = [];
  client.unsafe = ((text: string, params: Params = [], options?: postgres.UnsafeQueryOptions) => {
    seen.push({ text, params });
    return plain(text, params, options);
  }) as typeof plain;
  try {
    await work();
  } finally {
    client.unsafe = plain;
  }
  return seen.filter(({ text }) => /^\s*(select|with)\b/i.test(text));
}
