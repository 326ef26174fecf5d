import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { useDatabase } from '@/db/testing';
import { dossierStates } from '@/lib/dossiers/workflow';

describe('the schema', () => {
  useDatabase();

  it('has an index for every foreign key', async () => {
    const missing = await database().execute(sql`
      select c.conrelid::regclass::text as "table", a.attname as "column"
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace
        and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])`);
    // An index of sixty million cells for elements that are never removed would only slow every report.
    expect([...missing]).toEqual([{ table: 'report_values', column: 'element_id' }]);
  });

  it('knows the states of the workflow and no other', async () => {
    const [row] = await database().execute<{ definition: string }>(sql`
      select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'dossiers_state_known'`);
    const listed = [...(row?.definition ?? '').matchAll(/'([a-z_]+)'/g)].map(([, state]) => state);
    expect(new Set(listed)).toEqual(new Set(Object.keys(dossierStates)));
  });
});
