import { createHash } from 'node:crypto';
import { demoFacility } from '@/lib/integrations/people';
import type { Bench, Portal } from '../define';
import { waitForJobs } from '../stage/jobs';
import type { Ledger } from './ledger';

/** What was acknowledged held against what is there: every number but the first three should be nought. */
export interface Reckoning {
  dossiers: number;
  files: number;
  cells: number;
  lostDossiers: number;
  lostCells: number;
  brokenFiles: number;
  doneTwice: number;
  jobsLeft: number;
}

/** After the load: waits for the workers to be done, then counts. */
export async function reckon(bench: Bench, portal: Portal, ledger: Ledger): Promise<Reckoning> {
  const jobsLeft = await waitForJobs(bench.sql);
  return {
    dossiers: ledger.dossiers.length,
    files: ledger.files.length,
    cells: ledger.cells.length,
    lostDossiers: await countLostDossiers(bench, ledger),
    lostCells: await countLostCells(bench, ledger),
    brokenFiles: await countBrokenFiles(bench, portal, ledger),
    doneTwice: await countDoneTwice(bench, ledger),
    jobsLeft,
  };
}

async function countLostDossiers({ sql }: Bench, { dossiers }: Ledger): Promise<number> {
  const [row] = await sql<{ lost: number }[]>`
    select count(*)::int as lost
    from unnest(${dossiers.map(({ ref }) => ref)}::text[], ${dossiers.map(({ code }) => code)}::text[]) a(ref, code)
    where not exists (
      select from dossiers d
      where d.code = a.code and d.external_ref = a.ref and d.submitted_at is not null
        and exists (select from dossier_events e where e.dossier_id = d.id and e.move = 'submit')
        and exists (select from issued_papers p where p.dossier_id = d.id and p.kind = 'submission_receipt'))`;
  return row?.lost ?? dossiers.length;
}

async function countLostCells({ sql }: Bench, { cells }: Ledger): Promise<number> {
  const [row] = await sql<{ lost: number }[]>`
    select count(*)::int as lost
    from unnest(${cells.map(({ part }) => part)}::text[], ${cells.map(({ value }) => value)}::float8[]) a(part, value)
    where not exists (
      select from report_values v
      where v.facility_id = ${demoFacility.id} and v.element_id = a.part and v.number_value = a.value)`;
  return row?.lost ?? cells.length;
}

/** Each file is asked of another process than the one that may have stored it. */
async function countBrokenFiles(bench: Bench, { webs }: Portal, { files }: Ledger): Promise<number> {
  const headers = { authorization: `Bearer ${await bench.token('business')}` };
  let broken = 0;
  for (const [n, { id, sha256 }] of files.entries()) {
    const web = webs[n % webs.length];
    const answer = await fetch(`${web?.url}/api/v1/documents/${id}`, { headers });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (!answer.ok || createHash('sha256').update(bytes).digest('hex') !== sha256) broken += 1;
  }
  return broken;
}

/** Receipts, messages, submissions and shares of which one dossier has two. */
async function countDoneTwice({ sql }: Bench, { dossiers }: Ledger): Promise<number> {
  const [row] = await sql<{ twice: number }[]>`
    with ours as (
      select id from dossiers where external_ref = any(${dossiers.map(({ ref }) => ref)}::text[])
    ), done as (
      select dossier_id, kind as what from issued_papers join ours on ours.id = dossier_id
      where kind = 'submission_receipt'
      union all
      select dossier_id, concat_ws(' ', kind, params ->> 'seq') from messages join ours on ours.id = dossier_id
      union all
      select dossier_id, move from dossier_events join ours on ours.id = dossier_id where move = 'submit'
      union all
      select dossier_id, concat_ws(' ', 'share', seq) from dossier_shares join ours on ours.id = dossier_id
    )
    select count(*)::int as twice from (
      select from done group by dossier_id, what having count(*) > 1
    ) doubles`;
  return row?.twice ?? 0;
}
