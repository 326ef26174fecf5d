import { sampleAnswers } from '@/db/seed/sample-answers';
import { driverHealthData } from '@/lib/procedures/catalogue/driver-health-data';
import type { Bench, Call } from '../define';
import { answers } from './payload/fields';
import type { Peer } from './payload-peer';

/** The same question to both. */
export interface Case {
  ours: Asked;
  theirs: Asked;
  /** Theirs without the total, where Payload can leave it out. */
  uncounted?: Asked;
  /** What each side does for one request. */
  work: string;
}
type Asked = Call | ((n: number) => Call);

const interfaceWork =
  'Both answer JSON. Ours: token, rights of the account, reach in the statement, 25 lines with their issued results, ' +
  'one act in the trail for the read, a cursor instead of a total. Payload: API key, 25 rows with all fields.';
const screenWork =
  "Both answer the officer's whole list as HTML. Ours: session, rights, six tabs with capped counts, 25 lines with " +
  'clock and standing, one act in the trail for the read. Payload: the list of its panel, which always counts.';
const createWork =
  'Ours: a whole submission in one call: form checked against the procedure, draft, official number without a gap, ' +
  'receipt drawn as PDF and stored, history, search text, two hash-chained acts, message to be sent. ' +
  'Payload: one row of 25 texts, no versions, no hooks.';

/** Letters no dossier contains in this order. */
const absent = 'zwjfq';

export type CaseName =
  | 'create'
  | 'first-page'
  | 'by-state'
  | 'newest-screen'
  | 'state-screen'
  | 'found-screen'
  | 'missing-screen';

export async function casesOf(bench: Bench, ours: string, peer: Peer): Promise<Record<CaseName, Case>> {
  const bearer = async (account: string) => ({ authorization: `Bearer ${await bench.token(account)}` });
  const partner = await bearer('one-stop');
  const officer = { cookie: await bench.signIn('one-stop') };
  const present = await frequentWords(bench);
  const api = (question: string): Call => ({
    url: `${ours}/api/v1/dossiers?limit=25${question}`,
    headers: partner,
  });
  const screen = (question: string): Call => ({
    url: `${ours}/dossiers?view=all&sort=submitted&order=desc${question}`,
    headers: officer,
    expect: '</h1>',
  });
  const rest = (question: string): Call => ({
    url: `${peer.url}/api/dossiers?limit=25${question}`,
    headers: peer.headers,
  });
  const panel = (question: string): Call => ({
    url: `${peer.url}/admin/collections/dossiers?limit=25&sort=-createdAt${question}`,
    headers: peer.headers,
    expect: '</h1>',
  });
  const json = (mine: string, theirs: string): Case => ({
    ours: api(mine),
    theirs: rest(theirs),
    uncounted: rest(`${theirs}&pagination=false`),
    work: interfaceWork,
  });
  const html = (mine: string, theirs: string): Case => ({
    ours: screen(mine),
    theirs: panel(theirs),
    work: screenWork,
  });
  const subject = (text: string) => `&where[or][0][and][0][subject][contains]=${encodeURIComponent(text)}`;
  return {
    create: { ...(await creation(bench, ours, peer)), work: createWork },
    'first-page': json('', '&sort=createdAt'),
    'by-state': json('&publicStatus=1', '&sort=createdAt&where[state][equals]=submitted'),
    'newest-screen': html('', ''),
    'state-screen': html('&state=in_review', '&where[or][0][and][0][state][equals]=in_review'),
    'found-screen': html(`&q=${encodeURIComponent(present)}`, subject(present)),
    'missing-screen': html(`&q=${encodeURIComponent(absent)}`, subject(absent)),
  };
}

/** What a dossier in the middle is about: searched in all. */
async function frequentWords({ sql }: Bench): Promise<string> {
  const [row] = await sql<{ subject: string }[]>`
    select subject from dossiers where subject <> '' and submitted_at is not null
    order by submitted_at desc offset 100 limit 1`;
  if (row === undefined) throw new Error('no dossier says what it is about');
  return row.subject;
}

/** A form of 12 answers, no fee and no papers: with the 13 facts a dossier has besides, 25 texts. */
async function creation(bench: Bench, ours: string, peer: Peer): Promise<Pick<Case, 'ours' | 'theirs'>> {
  const headers = { 'content-type': 'application/json' };
  const applicant = { ...headers, authorization: `Bearer ${await bench.token('citizen')}` };
  const given = (n: number) => sampleAnswers(driverHealthData, `peer-${n}`, {});
  const facts = {
    code: '000.00.00.G18-261122-000001',
    procedure: driverHealthData.slug,
    procedureTitle: driverHealthData.title.vi,
    state: 'submitted',
    applicant: 'Trần Thị Minh Anh',
    subject: 'Giấy khám sức khỏe lái xe',
    unit: driverHealthData.unit,
    channel: 'ministry_portal',
    assignee: 'Vũ Thị Hồng Nhung',
    submitted: '22/11/2026',
    received: '23/11/2026',
    due: '24/11/2026',
    ended: '24/11/2026',
  };
  const texts = (n: number) => {
    const values = Object.values(given(n)).map(String);
    return Object.fromEntries(answers.map((name, at) => [name, values[at] ?? '']));
  };
  return {
    ours: (n) => ({
      url: `${ours}/api/v1/dossiers`,
      method: 'POST',
      headers: applicant,
      body: JSON.stringify({ procedure: driverHealthData.slug, answers: given(n) }),
    }),
    theirs: (n) => ({
      url: `${peer.url}/api/dossiers`,
      method: 'POST',
      headers: { ...headers, ...peer.headers },
      body: JSON.stringify({ ...facts, ...texts(n) }),
    }),
  };
}
