import 'server-only';
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { facilities } from '@/db/schema/facilities';
import { places } from '@/db/schema/places';
import { reports } from '@/db/schema/reporting';
import { query } from '@/lib/kernel/query';
import { reachOf } from '@/lib/policy/authorize';
import type { Completeness } from '../schema';
import type { ReportState } from '../workflow';
import { findAbout } from './about';
import { expectedOn } from './expected';

const counted = (condition: SQL) => sql<number>`count(*) filter (where ${condition})::int`;
const inState = (state: ReportState) => counted(sql`${reports.state} = ${state}`);

const counts = {
  expected: sql<number>`count(*)::int`,
  missing: counted(sql`${reports.id} is null`),
  draft: inState('draft'),
  submitted: inState('submitted'),
  returned: inState('returned'),
  verified: inState('verified'),
  locked: inState('locked'),
};

/**
 * How complete each province of the actor's reach is, by name; whoever reads the whole country has the nation first.
 * On time is first submitted by the due day. One statement: the expected facilities beside their reports.
 */
export const readCompleteness = query<
  { period?: string | undefined; form?: string | undefined },
  Completeness[]
>({
  action: 'report.read',
  from: 'replica',
  async run({ db, actor, input, within }) {
    const about = await findAbout(db, input);
    if (about === null) return [];
    const { period, form } = about;
    const expected = expectedOn(
      db,
      period.endsOn,
      within({ unit: facilities.unitCode, facility: facilities.id }),
    );
    const submittedOn = sql`(${reports.submittedAt} at time zone 'Asia/Ho_Chi_Minh')::date`;
    const rows = await db
      .select({
        place: { id: places.id, vi: places.nameVi, en: places.nameEn },
        ...counts,
        onTime: counted(sql`${submittedOn} <= ${period.dueOn}::date`),
      })
      .from(expected)
      .innerJoin(places, eq(places.id, expected.placeId))
      .leftJoin(
        reports,
        and(
          eq(reports.facilityId, expected.id),
          eq(reports.periodId, period.id),
          eq(reports.formId, form.id),
        ),
      )
      .groupBy(places.id, places.nameVi, places.nameEn)
      .orderBy(asc(places.nameVi));
    const provinces = rows.map(({ place: { id, vi, en }, ...rest }) => ({
      place: { id, name: { vi, en } },
      formId: form.id,
      periodId: period.id,
      ...rest,
    }));
    const everywhere = reachOf(actor, 'report.read').some(({ reach }) => reach === 'all');
    return everywhere
      ? [nationOf(provinces, { formId: form.id, periodId: period.id }), ...provinces]
      : provinces;
  },
});

const summed = [
  'expected',
  'missing',
  'draft',
  'submitted',
  'returned',
  'verified',
  'locked',
  'onTime',
] as const;

function nationOf(
  provinces: readonly Completeness[],
  about: Pick<Completeness, 'formId' | 'periodId'>,
): Completeness {
  const total = {
    expected: 0,
    missing: 0,
    draft: 0,
    submitted: 0,
    returned: 0,
    verified: 0,
    locked: 0,
    onTime: 0,
  };
  for (const province of provinces) for (const key of summed) total[key] += province[key];
  return { place: null, ...about, ...total };
}
