import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { dossierShares } from '@/db/schema/dossiers';
import { dossierStates } from '@/lib/dossiers/workflow';

/** Sample dossiers the national portal is said to know: all but about three in a hundred. */
export async function seedShares(tx: Tx): Promise<number> {
  const publicStatuses = JSON.stringify(
    Object.fromEntries(
      Object.entries(dossierStates).flatMap(([state, { public: status }]) =>
        status === null ? [] : [[state, status]],
      ),
    ),
  );
  const rows = await tx.execute(sql`
    insert into ${dossierShares} (dossier_id, seq, public_status, message_id, shared_at, sample)
    select d.id, last.seq, (known.status ->> d.state)::int, 'MAU' || upper(substr(md5(d.id::text), 1, 13)), last.at, true
    from dossiers d
    cross join (select ${publicStatuses}::jsonb as status) known
    cross join lateral (
      select e.seq, e.at from dossier_events e where e.dossier_id = d.id order by e.seq desc limit 1
    ) last
    where d.sample and d.code is not null and known.status ? d.state
      and ('x' || substr(md5('share:' || d.id::text), 1, 6))::bit(24)::int % 100 < 97
    on conflict do nothing
    returning 1`);
  return rows.length;
}
