import 'server-only';
import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { database, type Tx, transaction } from '@/db/client';
import { accounts, roleGrants } from '@/db/schema/accounts';
import { messages } from '@/db/schema/outbox';
import { reportEvents, reportPeriods, reports } from '@/db/schema/reporting';
import { civilDateAt, dateOf, dayNumberOf } from '@/lib/kernel/calendar';
import { now } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { defineJob } from '@/lib/kernel/outbox';
import { reportMoved } from '@/lib/reporting/events';
import { isToldToFacility, remindedBefore } from './rules';

/** Tells the people of a facility what became of their report; delivered once, however often the job runs. */
export const tellFacility = defineJob(reportMoved, async ({ reportId, eventId, move }) => {
  if (!isToldToFacility(move)) return;
  const [moved] = await database()
    .select({ facilityId: reports.facilityId, periodId: reports.periodId, at: reportEvents.recordedAt })
    .from(reports)
    .innerJoin(reportEvents, eq(reportEvents.reportId, reports.id))
    .where(and(eq(reports.id, reportId), eq(reportEvents.id, eventId)));
  if (moved === undefined) return;
  const { facilityId, periodId, at } = moved;
  await transaction((tx) =>
    tell(tx, facilityId, {
      kind: `report.${move}`,
      about: String(eventId),
      at,
      params: { reportId, periodId },
    }),
  );
});

/** Recalls a report that is due in three days and tomorrow and was not handed in. */
export const remindReporters = defineJob({ name: 'reporting.remind', payload: z.unknown() }, async () => {
  const at = now();
  const today = dayNumberOf(civilDateAt(at));
  const days = remindedBefore.map((before) => dateOf(today + before));
  const waiting = await database()
    .selectDistinct({ periodId: reportPeriods.id, kind: reportPeriods.kind, scope: roleGrants.scope })
    .from(reportPeriods)
    .innerJoin(roleGrants, sql`${roleGrants.scope} like 'facility:%'`)
    .leftJoin(
      reports,
      and(
        eq(reports.periodId, reportPeriods.id),
        sql`'facility:' || ${reports.facilityId} = ${roleGrants.scope}`,
      ),
    )
    .where(
      and(
        inArray(reportPeriods.dueOn, days),
        or(isNull(reports.id), inArray(reports.state, ['draft', 'returned'])),
      ),
    );
  for (const { periodId, scope } of waiting) {
    const facilityId = scope?.slice('facility:'.length) ?? '';
    const about = `${periodId}:${dateOf(today)}`;
    await transaction((tx) => tell(tx, facilityId, { kind: 'report.due', about, at, params: { periodId } }));
  }
});

interface Notice {
  kind: string;
  /** What it is about: the same is told once. */
  about: string;
  at: Date;
  params: Record<string, string>;
}

async function tell(tx: Tx, facilityId: string, { kind, about, at, params }: Notice): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`told:${facilityId}`}, 0))`);
  const people = await tx
    .selectDistinct({ id: accounts.id })
    .from(roleGrants)
    .innerJoin(accounts, eq(accounts.id, roleGrants.accountId))
    .where(
      and(
        eq(roleGrants.scope, `facility:${facilityId}`),
        inArray(roleGrants.role, ['facility_reporter', 'facility_head']),
        isNull(roleGrants.revokedAt),
        isNull(accounts.disabledAt),
        lte(roleGrants.validFrom, at),
        or(isNull(roleGrants.validTo), gt(roleGrants.validTo, at)),
      ),
    );
  const known = await tx
    .select({ id: messages.accountId })
    .from(messages)
    .where(
      and(
        inArray(
          messages.accountId,
          people.map(({ id }) => id),
        ),
        eq(messages.kind, kind),
        sql`${messages.params}->>'about' = ${about}`,
      ),
    );
  const told = new Set(known.map(({ id }) => id));
  const untold = people.filter(({ id }) => !told.has(id));
  if (untold.length === 0) return;
  await tx.insert(messages).values(
    untold.map(({ id }) => ({
      id: newId(at),
      accountId: id,
      kind,
      params: { ...params, facilityId, about },
      createdAt: at,
    })),
  );
}
