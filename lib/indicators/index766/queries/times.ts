import 'server-only';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { dateOf, dayNumberAt, isWorking } from '@/lib/kernel/calendar';
import { readCalendar } from '@/lib/kernel/calendar-in-force';
import { rounded } from '../rules';
import type { ProcedureTime } from '../schema';
import { type FlagScope, flagged } from './flags';

type Row = {
  slug: string;
  title_vi: string;
  title_en: string;
  civil: boolean;
  dossiers: number;
  working_days: number;
  civil_days: number;
};

/**
 * Row 2.2: days from receipt to the end, pauses taken off, of dossiers that started in the period and are
 * processed, averaged by procedure in the unit of its own limit. One statement: working days are differences of a
 * running count, so no dossier is walked day by day.
 */
export async function readTimes(db: Database, scope: FlagScope): Promise<ProcedureTime[]> {
  const { calendar } = await readCalendar(db);
  const first = dayNumberAt(scope.begins) - 1;
  const length = dayNumberAt(scope.judgedAt) - first + 400;
  const days = Array.from({ length }, (_, index) => first + index);
  let worked = 0;
  const counts = days.map((day) => {
    worked += isWorking(calendar, day) ? 1 : 0;
    return worked;
  });
  const rows = await db.execute<Row>(sql`
    with laws as materialized (
      select distinct on (slug) slug, definition -> 'limit' ->> 'unit' in ('calendar_day', 'month') as civil
      from procedure_versions order by slug, version desc
    ), days as materialized (
      select day, worked from unnest(${`{${days.map(dateOf).join(',')}}`}::date[], ${`{${counts.join(',')}}`}::int[]) as t (day, worked)
    ), done as (
      select id, procedure_slug as slug, received_at, ended_at from (${flagged(scope)}) flagged where received and finished
    ), ticks as (
      select id, slug, received_at as at, -1 as sign from done
      union all select id, slug, ended_at, 1 from done
      union all select c.dossier_id, done.slug, c.at, case c.kind when 'pause' then 1 else -1 end
        from done join clock_events c on c.dossier_id = done.id and c.kind in ('pause', 'resume')
    )
    select t.slug, p.title_vi, p.title_en,
      coalesce(bool_or(laws.civil), false) as civil,
      count(distinct t.id)::int as dossiers,
      sum(t.sign * d.worked)::int as working_days,
      sum(t.sign * (d.day - date '2000-01-01'))::int as civil_days
    from ticks t
    join days d on d.day = (t.at at time zone 'Asia/Ho_Chi_Minh')::date
    join procedures p on p.slug = t.slug
    join laws on laws.slug = t.slug
    group by t.slug, p.title_vi, p.title_en order by p.title_vi`);
  return rows.map((row) => ({
    slug: row.slug,
    title: { vi: row.title_vi, en: row.title_en },
    dossiers: row.dossiers,
    average: rounded((row.civil ? row.civil_days : row.working_days) / row.dossiers),
    unit: row.civil ? 'calendar_day' : 'working_day',
  }));
}
