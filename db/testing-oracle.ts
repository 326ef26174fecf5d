import { type SQL, sql } from 'drizzle-orm';
import { periodOf } from '@/lib/reporting/periods/rules';
import { database } from './client';

/** What a measure says, written by hand for SQL: independent of the declared formulas and of the cube. */
interface Oracle {
  readonly form: 'hospital-month' | 'hospital-quarter';
  readonly members: SQL;
  /** Parts that must be filled. */
  readonly asked: readonly string[];
  readonly numerator: SQL;
  readonly denominator: SQL;
  readonly carries: boolean;
  readonly proof?: string;
}

const hospitals = sql`form in ('general_hospital', 'specialised_hospital', 'traditional_hospital', 'dental_hospital',
  'institute_with_beds')`;
const publicOwned = sql`ownership in ('ministry', 'other_ministry', 'local')`;
const withCentres = sql`(${hospitals} or (form = 'health_centre' and ${publicOwned}))`;
const anybody = sql`true`;
const yes = (part: string) => sql`(c ->> ${part}::text) = '1'`;
const amount = (part: string) => sql`(c ->> ${part}::text)::float8`;

const share = (of: Pick<Oracle, 'form' | 'members' | 'asked' | 'proof'>, counts: SQL): Oracle => ({
  ...of,
  numerator: sql`(case when ${counts} then 1 else 0 end)`,
  denominator: sql`1`,
  carries: true,
});

const flow = (
  of: Pick<Oracle, 'form' | 'members'>,
  [top, bottom]: readonly [string, string | null],
): Oracle => ({
  ...of,
  asked: bottom === null ? [top] : [top, bottom],
  numerator: amount(top),
  denominator: bottom === null ? sql`0` : amount(bottom),
  carries: false,
});

const month = 'hospital-month';
const quarter = 'hospital-quarter';

export const oracles: Readonly<Record<string, Oracle>> = {
  HIS: share({ form: month, members: hospitals, asked: ['E05'] }, yes('E05')),
  PACS: share({ form: month, members: hospitals, asked: ['E11'] }, yes('E11')),
  T15: share({ form: quarter, members: publicOwned, asked: ['E42'] }, sql`${amount('E42')} >= 95`),
  T50: share({ form: quarter, members: hospitals, asked: ['E04'], proof: 'E04' }, sql`${amount('E04')} >= 1`),
  T53: share(
    { form: month, members: sql`class in ('special', 'class_1')`, asked: ['E21', 'E22'] },
    sql`${yes('E21')} and ${yes('E22')}`,
  ),
  T54: share(
    { form: month, members: withCentres, asked: ['E15'], proof: 'E16' },
    sql`${yes('E15')} and c ->> 'E16' is not null`,
  ),
  T58: share(
    { form: month, members: anybody, asked: ['E49a'] },
    sql`${yes('E49a')} and (c ->> 'E49e')::date >= (ends_on - interval '12 months')::date`,
  ),
  T33: flow({ form: month, members: sql`obstetrics` }, ['E39b', 'E39a']),
  T51: flow({ form: quarter, members: anybody }, ['E56a', 'E02']),
  T57: flow({ form: month, members: withCentres }, ['E27b', 'E27a']),
  T61: flow({ form: month, members: anybody }, ['E50b', null]),
};

export type Line = Record<
  'members' | 'answered' | 'fresh' | 'carried' | 'numerator' | 'denominator' | 'proven',
  number
>;

/** Recomputes a measure of a period for every province of a world, as known at the end of a day: one statement. */
export async function bySql(id: string, period: string, { day, world }: { day: string; world: '34' | '63' }) {
  const oracle = oracles[id];
  if (oracle === undefined) throw new Error(id);
  const end = periodOf(period).endsOn;
  const before = world === '34';
  const filled = sql.join(
    oracle.asked.map((part) => sql`c ? ${part}::text`),
    sql` and `,
  );
  const known = sql.join(
    oracle.asked.map((part) => sql`c ->> ${part}::text is not null`),
    sql` and `,
  );
  const withheld = sql.join(
    oracle.asked.map((part) => sql`(c ? ${part}::text and c ->> ${part}::text is null)`),
    sql` or `,
  );
  const rows = await database().execute<{ place: string | null } & Line>(sql`
    with member as (
      select f.id, f.obstetrics, f.form, f.ownership,
        coalesce((select a.value from facility_attributes a where a.facility_id = f.id and a.attribute = 'class'
          and a.valid_from <= ${end} and (a.valid_to is null or a.valid_to > ${end})), f.class) as class,
        coalesce(
          (select p.place_id from facility_parents p where p.facility_id = f.id and p.hierarchy = 'place'
            and p.valid_from <= ${end} and (p.valid_to is null or p.valid_to > ${end})),
          (select p.place_id from facility_parents p where p.facility_id = f.id and p.hierarchy = 'place'
            order by p.valid_from limit 1), f.place_id) as place,
        (select p.place_id from facility_parents p where p.facility_id = f.id and p.place_id like 'p63-%'
          order by p.valid_from desc limit 1) as former
      from facilities f
      where f.status = 'active' and (f.opened_on is null or f.opened_on <= ${end})
        and (f.closed_on is null or f.closed_on > ${end})
    ), placed as (
      select m.*, case when ${before}
        then case when place like 'p63-%' then (select successor_id from place_predecessors where predecessor_id = place) else place end
        else case when place like 'p63-%' then place else coalesce(former,
          (select min(predecessor_id) from place_predecessors where successor_id = place having count(*) = 1)) end
      end as shown_in
      from member m where ${oracle.members}
    ), locked as (
      select l.*, p.ends_on, row_number() over (partition by l.facility_id, l.period_id order by l.sequence desc) as newest
      from report_locks l join report_periods p on p.id = l.period_id
      where l.form_id = ${oracle.form} and l.locked_at < (${day}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    ), version as (
      select k.facility_id, k.period_id, k.ends_on, v.element_id, v.state, v.number_value, v.date_value,
        row_number() over (partition by k.facility_id, k.period_id, v.element_id order by v.revision desc) as newest
      from locked k join report_values v
        on v.facility_id = k.facility_id and v.period_id = k.period_id and v.recorded_at <= k.locked_at
      where k.newest = 1
    ), cells as (
      select facility_id, period_id, ends_on,
        jsonb_object_agg(element_id, coalesce(to_jsonb(number_value), to_jsonb(date_value))) as c
      from version where newest = 1 and state <> 'withdrawn' group by 1, 2, 3
    ), candidate as (
      select *, row_number() over (partition by facility_id order by ends_on desc) as nearest
      from cells
      where ((${filled}) or ${withheld}) and ends_on <= ${end} and (period_id = ${period} or (${oracle.carries} and ends_on >
        (date_trunc('month', ${end}::date) - interval '12 months' - interval '1 day')::date))
    ), answer as (
      select facility_id, period_id, (${oracle.numerator})::float8 as n, (${oracle.denominator})::float8 as d
      from candidate where nearest = 1 and ${known}
    ), proof as (
      select distinct e.facility_id from report_evidence e join report_periods p on p.id = e.period_id
      where e.state = 'accepted' and e.element_id = ${oracle.proof ?? ''} and p.ends_on <= ${end}
        and e.decided_at < (${day}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    )
    select shown_in as place, count(*)::int as members, count(a.facility_id)::int as answered,
      count(*) filter (where a.period_id = ${period})::int as fresh,
      count(*) filter (where a.period_id <> ${period})::int as carried,
      coalesce(sum(a.n), 0) as numerator, coalesce(sum(a.d), 0) as denominator,
      count(*) filter (where a.n > 0 and proof.facility_id is not null)::int as proven
    from placed left join answer a on a.facility_id = placed.id left join proof on proof.facility_id = placed.id
    group by 1`);
  return new Map(rows.map(({ place, ...line }) => [place, line]));
}
