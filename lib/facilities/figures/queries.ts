import 'server-only';
import { sql } from 'drizzle-orm';
import { query } from '@/lib/kernel/query';
import { type FigureRule, figureRules, type PeerFigure } from './define';

/** Fewer peers than this say nothing, and might name one. */
export const fewestPeers = 5;

/**
 * A facility beside its peers: active hospitals of its class today. Each counts with its own latest locked report of
 * the form, at most twelve months old; what was reopened stays at the lock before.
 */
export const comparePeers = query<{ id: string }, PeerFigure[]>({
  action: 'indicator.read',
  from: 'replica',
  async run({ db, input }) {
    const rules: readonly FigureRule[] = figureRules;
    const list = sql.join(
      rules.map(
        ({ code, part, over, form }) =>
          sql`(${code}::text, ${part}::text, ${over ?? null}::text, ${form}::text)`,
      ),
      sql`, `,
    );
    const partsAsked = [
      ...new Set(rules.flatMap(({ part, over }) => (over === undefined ? [part] : [part, over]))),
    ];
    const rows = await db.execute<Row>(sql`
      with self as (select class from facilities where id = ${input.id}),
      peers as (
        select f.id from facilities f, self
        where f.id = ${input.id} or (f.class = self.class and f.status = 'active'
          and f.form in ('general_hospital', 'specialised_hospital', 'traditional_hospital', 'dental_hospital', 'institute_with_beds'))
      ),
      latest as (
        select distinct on (l.facility_id, l.form_id) l.facility_id, l.form_id, l.period_id, l.locked_at
        from report_locks l join peers on peers.id = l.facility_id join report_periods p on p.id = l.period_id
        where p.ends_on > current_date - interval '13 months'
        order by l.facility_id, l.form_id, p.ends_on desc, l.sequence desc
      ),
      cells as materialized (
        select latest.facility_id, v.element_id, v.number_value, latest.period_id
        from latest cross join lateral (
          select distinct on (v.element_id) v.element_id, v.number_value
          from report_values v
          where v.facility_id = latest.facility_id and v.period_id = latest.period_id
            and v.recorded_at <= latest.locked_at and v.element_id in ${partsAsked}
          order by v.element_id, v.revision desc
        ) v
      ),
      told as (
        select rule.code, peers.id, top.period_id, top.number_value as part, bottom.number_value as whole,
          case when rule.over is null then top.number_value
            else top.number_value / nullif(bottom.number_value, 0) end as value
        from peers cross join (values ${list}) as rule(code, part, over, form)
        left join cells top on top.facility_id = peers.id and top.element_id = rule.part
        left join cells bottom on bottom.facility_id = peers.id and bottom.element_id = rule.over
      )
      select code,
        max(value) filter (where id = ${input.id}) as value,
        max(period_id) filter (where id = ${input.id}) as "periodId",
        max(part) filter (where id = ${input.id}) as part,
        max(whole) filter (where id = ${input.id}) as whole,
        count(value) filter (where id <> ${input.id})::int as answered,
        count(*) filter (where id <> ${input.id})::int as peers,
        percentile_cont(0.5) within group (order by value) filter (where id <> ${input.id}) as median,
        avg(value) filter (where id <> ${input.id}) as mean
      from told group by code`);
    const byCode = new Map(rows.map((row) => [row.code, row]));
    return figureRules.flatMap(({ code, unit }) => {
      const row = byCode.get(code);
      return row === undefined ? [] : [figureOf(row, { code, unit })];
    });
  },
});

type Row = {
  code: string;
  value: number | null;
  periodId: string | null;
  part: number | null;
  whole: number | null;
  answered: number;
  peers: number;
  median: number | null;
  mean: number | null;
};

const figureOf = (row: Row, rule: Pick<PeerFigure, 'code' | 'unit'>): PeerFigure => ({
  ...rule,
  value: row.value,
  periodId: row.value === null ? null : row.periodId,
  part: row.part,
  whole: row.whole,
  answered: row.answered,
  peers: row.peers,
  middle: row.answered < fewestPeers ? null : rule.unit === 'yes' ? row.mean : row.median,
});
