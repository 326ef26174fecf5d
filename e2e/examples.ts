import type { Page } from '@playwright/test';
import type postgres from 'postgres';
import type { Budget } from './budgets';
import { newProduct } from './cosmetics';
import { keepDraft } from './cosmetics-hand-in';
import type { As } from './journeys';

const accountOf = (subject: string) => `(select id from accounts where subject = '${subject}')`;
const ownDossier = (state: string) => `
  select code from dossiers
  where owner_account_id = ${accountOf('business')} and state = '${state}' order by 1 limit 1`;
const ownReport = (state: string) => `
  select r.id::text from reports r join role_grants g on g.scope = 'facility:' || r.facility_id
  where g.account_id = ${accountOf('facility')} and r.state = '${state}' order by r.period_id desc limit 1`;

/** Records of the sample data that stand for their kind in an address, by the question that finds one. */
const questions = {
  capability: "select capability from issued_papers where status = 'valid' order by id limit 1",
  paper: `select p.id::text from issued_papers p join dossiers d on d.id = p.dossier_id
    where d.owner_account_id = ${accountOf('business')} order by p.issued_at limit 1`,
  document: `select id::text from documents where owner_account_id = ${accountOf('business')} order by id limit 1`,
  returned: ownDossier('returned'),
  asked: ownDossier('intake_supplement'),
  inReview: ownDossier('in_review'),
  onDesk: "select code from dossiers where unit = 'QLD' and state = 'in_review' order by code limit 1",
  complaint: 'select code from complaints where dossier_id is not null order by code limit 1',
  account: `select ${accountOf('reviewer')}::text`,
  grant: `select id::text from role_grants where account_id = ${accountOf('reviewer')} order by id limit 1`,
  act: "select id::text from audit_acts where action like 'dossier.%' order by at desc limit 1",
  facility: `select split_part(scope, ':', 2) from role_grants where account_id = ${accountOf('facility')} limit 1`,
  openReport: ownReport('returned'),
  sentReport: `select r.id::text from reports r join facilities f on f.id = r.facility_id
    where r.state = 'submitted' and f.unit_code = 'SYT-01' order by r.id limit 1`,
  register: 'select id::text from register_entries order by id limit 1',
} as const satisfies Record<string, string>;

/** What the sample data has none of and is made for the visit: a draft ready to be sent, a complaint, a file read in. */
type Made = 'draft' | 'ownComplaint' | 'importedFile';

export type Example = keyof typeof questions | Made;
export type Examples = Readonly<Record<Example, string>>;

export async function readExamples(sql: postgres.Sql, as: As): Promise<Examples> {
  const found = new Map<string, string>();
  for (const [name, question] of Object.entries(questions)) {
    const [row] = await sql.unsafe(question).values();
    if (row === undefined) throw new Error(`The sample data has no ${name}.`);
    found.set(name, String(row[0]));
  }
  const [applicant, hospital] = [await as('business'), await as('facility')];
  const made: Record<Made, string> = {
    draft: await keepDraft(applicant, newProduct()),
    ownComplaint: await complain(sql, found.get('returned') ?? ''),
    importedFile: await readIn(hospital, found.get('openReport') ?? ''),
  };
  return { ...(Object.fromEntries(found) as Record<keyof typeof questions, string>), ...made };
}

const complaintCode = 'PAKN-2026-99999';

async function complain(sql: postgres.Sql, dossier: string): Promise<string> {
  await sql`
    insert into complaints (id, code, dossier_id, subject, body, made_by, received_at, due_on)
    select gen_random_uuid(), ${complaintCode}, id, 'conduct', 'Ngân sách câu lệnh', owner_account_id, now(), current_date
    from dossiers where code = ${dossier}`;
  return complaintCode;
}

/** Figures of complaints are counted elsewhere: what was made up for the visit goes with it. */
export async function forgetComplaint(sql: postgres.Sql): Promise<void> {
  await sql`delete from complaints where code = ${complaintCode}`;
}

/** A report goes out as a file and comes back unchanged; answers where the dry run of it stands. */
async function readIn({ request }: Page, report: string): Promise<string> {
  const out = await request.get(`/reporting/export?format=csv&report=${report}`);
  const back = await request.post('/api/imports', {
    headers: { 'sec-fetch-site': 'same-origin' },
    multipart: { file: { name: 'bao-cao.csv', mimeType: 'text/csv', buffer: await out.body() } },
    maxRedirects: 0,
  });
  return /\/import\/([^?]+)/.exec(back.headers().location ?? '')?.[1] ?? '';
}

/** The address of a route with such records in the place of its parameters. */
export function addressOf({ route, with: parameters = {}, search }: Budget, examples: Examples): string {
  const path = route.slice(route.indexOf('/')).replaceAll(/\[(\w+)\]/g, (_, name: string) => {
    const value = parameters[name];
    return value === undefined ? '' : isWord(value) ? value.slice(1) : examples[value];
  });
  return search === undefined ? path : `${path}?${search}`;
}

const isWord = (value: Example | `=${string}`): value is `=${string}` => value.startsWith('=');
