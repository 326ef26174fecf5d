import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { dossierCounts } from '@/db/schema/indicators';
import type { DossierFacts } from '../define';
import { readDossierFacts, readKeptFacts } from './queries';

/** Counting twelve months of dossiers is dear and open to everybody: so many seconds a count is good for. */
const goodFor = 30;
/** So old it is still told, while it is counted anew beside the answer. */
const toldFor = 120;

const counting = new Map<string, Promise<DossierFacts>>();

/** What the dossiers say on a day, as counted last: the same in every process at every moment. */
export async function countedFacts(asOf: string): Promise<DossierFacts> {
  const kept = await readKeptFacts(database(), asOf);
  if (kept !== null && kept.age < goodFor) return kept.facts;
  const anew = counting.get(asOf) ?? countAnew(asOf).finally(() => counting.delete(asOf));
  counting.set(asOf, anew);
  if (kept === null || kept.age >= toldFor) return anew;
  anew.catch(() => undefined);
  return kept.facts;
}

/** Processes that come at once wait for one another; the first counts. */
function countAnew(asOf: string): Promise<DossierFacts> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('dossier_counts'), hashtext(${asOf}))`);
    const kept = await readKeptFacts(tx, asOf);
    if (kept !== null && kept.age < goodFor) return kept.facts;
    const facts = await readDossierFacts({ db: tx, asOf });
    const row = { facts, countedAt: sql`clock_timestamp()` };
    await tx.execute(sql`delete from dossier_counts where counted_at < now() - interval '1 day'`);
    await tx
      .insert(dossierCounts)
      .values({ asOf, ...row })
      .onConflictDoUpdate({ target: dossierCounts.asOf, set: row });
    return facts;
  });
}
