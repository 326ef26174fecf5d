import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { facilities } from '@/db/schema/facilities';
import { DomainError } from '@/lib/kernel/errors';
import type { Reading } from '@/lib/kernel/query';
import type { Actor } from '@/lib/policy/actor';
import { may } from '@/lib/policy/authorize';
import { type FacilityRow, type FoundReport, findReport } from '../commands/find';

/** A report the actor may read; out of reach it does not exist. */
export async function findVisible(db: Database, actor: Actor, id: string): Promise<FoundReport> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new DomainError('not_found', 'report');
  const found = await findReport(db, id);
  if (!may(actor, 'report.read', found.subject)) throw new DomainError('not_found', 'report');
  return found;
}

/** A facility whose reports the actor may read. */
export async function findFacility({
  db,
  input,
  within,
}: Reading<{ facilityId: string }>): Promise<FacilityRow> {
  const [facility] = await db
    .select()
    .from(facilities)
    .where(
      and(
        eq(facilities.id, input.facilityId),
        within({ facility: facilities.id, unit: facilities.unitCode }),
      ),
    );
  if (facility === undefined) throw new DomainError('not_found', 'facility');
  return facility;
}
