import 'server-only';
import type postgres from 'postgres';
import { DomainError } from '@/lib/kernel/errors';

/** What the trigger holds of every report, for all at once: its state is where its history ends. */
export async function assertProjected(tx: postgres.TransactionSql): Promise<void> {
  const [row] = await tx<{ wrong: number }[]>`
    with last as (
      select report_id, max(id) as id from report_events group by report_id
    )
    select count(*)::int as wrong
    from reports r
    left join last on last.report_id = r.id
    left join report_events e on e.id = last.id
    where r.state is distinct from coalesce(e.to_state, 'draft')`;
  if (row?.wrong !== 0) throw new DomainError('conflict', 'seed.reports.projection');
}

/** Every returned report was asked about one of its cells. */
export async function askAboutReturned(tx: postgres.TransactionSql): Promise<number> {
  const { count } = await tx`
    insert into report_remarks (report_id, element_id, text, raised_at, raised_by)
    select r.id, case r.form_id when 'hospital-month' then 'E27' else 'E02' end, r.return_reason, r.returned_at, 'sample'
    from reports r
    where r.sample and r.state = 'returned'
      and not exists (select from report_remarks raised where raised.report_id = r.id)
    order by r.returned_at, r.id`;
  return count;
}

/**
 * Numbers all locks anew in the order in which they were made: those of the demonstration come after seven years of
 * others. Answers how many there are more than before.
 */
export async function numberLocks(tx: postgres.TransactionSql): Promise<number> {
  const [before] = await tx<{ count: number }[]>`select count(*)::int as count from report_locks`;
  await tx`truncate report_locks`;
  const { count } = await tx`
    insert into report_locks
      (sequence, event_id, report_id, facility_id, period_id, form_id, content_hash, locked_at, locked_by)
    select row_number() over (order by e.recorded_at, e.id), e.id, r.id, r.facility_id, r.period_id, r.form_id,
      e.content_hash, e.recorded_at, e.recorded_by
    from report_events e join reports r on r.id = e.report_id
    where e.move = 'lock'
    order by 1`;
  await tx`insert into counters (key, value) values ('report_locks', ${count})
    on conflict (key) do update set value = excluded.value`;
  return count - (before?.count ?? 0);
}
