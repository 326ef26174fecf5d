import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { type DossierState, dossierStates } from '@/lib/dossiers/workflow';
import type { DossierRule, Flag } from '../define';
import type { Side } from '../schema';

export interface FlagScope {
  begins: Date;
  ends: Date;
  /** Running dossiers are judged at this moment. */
  judgedAt: Date;
  unit: string | null;
}

/** Public codes 9 and 10: processed, with whatever result. */
const handledStates = (Object.keys(dossierStates) as DossierState[]).filter((state) => {
  const code = dossierStates[state].public;
  return code === 9 || code === 10;
});

/** What a pinned definition says, read once for each version: its text is far longer than a dossier's line. */
const laws = sql`(
  select slug, version, jsonb_typeof(definition -> 'limit') = 'object' as timed,
    (definition -> 'supplement' ->> 'maxRounds')::int as max_rounds,
    definition -> 'result' ->> 'kind' not in ('data', 'publication') as document_result,
    definition @? '$.components[*].reuse[*] ? (@ == "UP")' as asks_files
  from procedure_versions offset 0)`;

/**
 * Every dossier the period touches, once, with its flags. Late is one whose end, or the moment of judging, lies
 * behind the date the clock holds today (pauses and Form 04 counted), or that was sent back oftener than the law
 * of its procedure allows. A dossier whose date stands still is within time.
 * Nothing passes "offset 0": the dossiers of the period are found by their days, and a flag that many rows of the
 * index turn on is computed once for each dossier.
 */
export function flagged({ begins, ends, judgedAt, unit }: FlagScope): SQL {
  const at = sql`${judgedAt.toISOString()}::timestamptz`;
  const [from, past] = [sql`${begins.toISOString()}::timestamptz`, sql`${ends.toISOString()}::timestamptz`];
  return sql`
    select f.*, received or processed as touched, processed and finished as handled,
      not late as on_time, document_result as handled_document,
      online and (not finished or not document_result or result_file) as online_in_full,
      (given_files or not asks_files) and (not document_result or result_file) as digitised,
      from_store or (result_shared and result_file) as shared
    from (
      select d.id, d.code, d.unit, d.owner_account_id, d.organisation_id, d.assignee_id, d.expert_ids,
        d.procedure_slug, d.applicant_name, d.state, d.received_at, d.due_at, d.ended_at, d.sample,
        coalesce(d.received_at >= ${from} and d.received_at < ${past}, false) as received,
        coalesce(d.ended_at >= ${from} and d.ended_at < ${past}, false) as processed,
        d.state in ${handledStates} as finished,
        v.timed,
        coalesce(least(d.ended_at, ${at}) > d.due_at, false)
          or d.supplement_rounds > v.max_rounds as late,
        v.document_result, v.asks_files,
        d.channel in ('ministry_portal', 'npsp') as online,
        d.channel = 'counter' as counter, d.channel = 'post' as post,
        coalesce(k.result_file, false) as result_file, coalesce(k.given_files, false) as given_files,
        coalesce(k.reused, false) as reused, coalesce(k.from_store, false) as from_store,
        coalesce(k.charged, false) as charged, coalesce(k.paid_online, false) as paid_online,
        exists (select from accounts o where o.id = d.owner_account_id and o.issuer = 'citizen') as identified,
        coalesce(k.shared_at < ${at}, false) as synchronised,
        coalesce(k.result_shared_at < ${at}, false) as result_shared,
        coalesce(k.displeased_at < ${at}, false) as displeased
      from (
        select * from dossiers d
        where d.received_at is not null ${unit === null ? sql`` : sql`and d.unit = ${unit}`}
          and ((d.received_at >= ${from} and d.received_at < ${past})
            or (d.ended_at >= ${from} and d.ended_at < ${past}))
        offset 0
      ) d
      join ${laws} v on v.slug = d.procedure_slug and v.version = d.procedure_version
      left join dossier_facts k on k.dossier_id = d.id
      offset 0
    ) f
    offset 0`;
}

export const flagColumn = (flag: Flag): SQL => sql`${sql.identifier(flag)}`;

const joined = (conditions: readonly SQL[], word: SQL) => sql`(${sql.join([...conditions], word)})`;

/** The condition of one side of a row over the flagged dossiers. */
export function sideOf({ of, counts, less = [] }: DossierRule, side: Side): SQL {
  const whole = joined(of.map(flagColumn), sql` and `);
  if (side === 'denominator') return whole;
  const lost =
    counts === undefined ? joined(less.map(flagColumn), sql` or `) : sql`not ${flagColumn(counts)}`;
  return side === 'gap' ? sql`${whole} and ${lost}` : sql`${whole} and not (${lost})`;
}
