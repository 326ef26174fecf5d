import { slug } from './cosmetics';
import type { Example } from './examples';
import type { Account } from './people';

/** What one address of the portal may ask of the database. */
export interface Budget {
  /** As in the folder `app`: `/dossiers/[code]`, or `POST /api/v1/verify`. */
  route: string;
  /** Null: nobody is signed in. */
  as: Account | null;
  /** Statements at most, what the frame and the session ask included. */
  most: number;
  /** The route's parameters: a record of the sample data, or the words after `=`. */
  with?: Readonly<Record<string, Example | `=${string}`>>;
  search?: string;
  /** JSON, or a paper: a PDF of our own. */
  body?: object | 'paper';
  /** What is answered when it is not 200. */
  status?: number;
}

/** A list asked for twice: for a row or so, and for a page full of them. */
export interface Growth extends Pick<Budget, 'route' | 'as'> {
  few: string;
  many: string;
}

const everybody: readonly Budget[] = [
  { route: '/', as: null, most: 6 },
  { route: '/accessibility', as: null, most: 0 },
  { route: '/answers', as: null, most: 1 },
  { route: '/privacy', as: null, most: 0 },
  { route: '/procedures', as: null, most: 3 },
  { route: '/procedures/[slug]', as: null, most: 8, with: { slug: `=${slug}` } },
  { route: '/progress', as: null, most: 9 },
  { route: '/sign-in', as: null, most: 0 },
  { route: '/sign-out', as: 'citizen', most: 4 },
  { route: '/track', as: null, most: 1 },
  { route: '/verify', as: null, most: 0 },
  { route: '/verify/[capability]', as: null, most: 1, with: { capability: 'capability' } },
  { route: '/gallery', as: null, most: 0 },
  { route: '/gallery/applicant', as: null, most: 0 },
  { route: '/gallery/staff', as: null, most: 0 },
  { route: '/switchboard', as: null, most: 0 },
];

const draft = { code: 'draft' } as const;
const returned = { code: 'returned' } as const;
const applicants: readonly Budget[] = [
  { route: '/my', as: 'business', most: 5 },
  { route: '/my/messages', as: 'business', most: 5 },
  { route: '/my/organisation', as: 'business', most: 6 },
  { route: '/my/wallet', as: 'business', most: 6 },
  { route: '/my/tokens', as: 'business', most: 7 },
  { route: '/my/tokens/new', as: 'business', most: 4 },
  { route: '/my/start', as: 'business', most: 10, search: `procedure=${slug}` },
  { route: '/my/dossiers/[code]', as: 'business', most: 23, with: returned },
  { route: '/my/dossiers/[code]/submitted', as: 'business', most: 21, with: { code: 'inReview' } },
  { route: '/my/dossiers/[code]/withdraw', as: 'business', most: 21, with: { code: 'inReview' } },
  { route: '/my/dossiers/[code]/supplement', as: 'business', most: 18, with: { code: 'asked' } },
  { route: '/my/dossiers/[code]/rating', as: 'business', most: 7, with: returned },
  { route: '/my/dossiers/[code]/complaint', as: 'business', most: 7, with: returned },
  {
    route: '/my/dossiers/[code]/complaint/[complaint]',
    as: 'business',
    most: 6,
    with: { ...returned, complaint: 'ownComplaint' },
  },
  { route: '/my/dossiers/[code]/cancel', as: 'business', most: 18, with: draft },
  { route: '/my/dossiers/[code]/check', as: 'business', most: 18, with: draft },
  { route: '/my/dossiers/[code]/fee', as: 'business', most: 25, with: draft },
  {
    route: '/my/dossiers/[code]/papers/[component]',
    as: 'business',
    most: 19,
    with: { ...draft, component: '=authorisation-letter' },
  },
  {
    route: '/my/dossiers/[code]/sections/[section]',
    as: 'business',
    most: 20,
    with: { ...draft, section: '=product' },
  },
];

const onDesk = { code: 'onDesk' } as const;
const dossiers: readonly Budget[] = [
  { route: '/today', as: 'reviewer', most: 13 },
  { route: '/dossiers', as: 'reviewer', most: 13, search: 'view=all' },
  { route: '/dossiers/[code]', as: 'reviewer', most: 25, with: onDesk },
  {
    route: '/dossiers/[code]/[move]',
    as: 'reviewer',
    most: 27,
    with: { ...onDesk, move: '=draft_result' },
  },
  { route: '/documents', as: 'one-stop', most: 9 },
  { route: '/search', as: 'reviewer', most: 11, search: 'q=kem' },
  { route: '/performance', as: 'leadership', most: 6 },
  { route: '/performance/dossiers', as: 'leadership', most: 7, search: 'figure=received' },
  { route: '/feedback', as: 'control', most: 14 },
  { route: '/feedback/[complaint]', as: 'control', most: 8, with: { complaint: 'complaint' } },
];

const facility = { id: 'facility' } as const;
const figures: readonly Budget[] = [
  { route: '/facilities', as: 'leadership', most: 8 },
  { route: '/facilities/[id]', as: 'leadership', most: 21, with: facility },
  { route: '/facilities/[id]/amend', as: 'doh-editor', most: 12, with: facility },
  { route: '/facilities/places', as: 'leadership', most: 9 },
  { route: '/indicators', as: 'leadership', most: 10 },
  { route: '/indicators/targets', as: 'leadership', most: 11 },
  { route: '/indicators/[id]', as: 'leadership', most: 10, with: { id: '=T01' } },
  { route: '/indicators/[id]/facilities', as: 'leadership', most: 13, with: { id: '=T54' } },
  {
    route: '/indicators/[id]/facilities/[facility]',
    as: 'leadership',
    most: 19,
    with: { id: '=T54', facility: 'facility' },
  },
  { route: '/indicators/[id]/entry', as: 'indicator-owner', most: 7, with: { id: '=T21' } },
  { route: '/indicators/index766', as: 'leadership', most: 15 },
  { route: '/indicators/index766/dossiers', as: 'control', most: 8, search: 'row=766-2.1' },
  { route: '/registers', as: 'leadership', most: 6 },
  { route: '/registers/databases', as: 'leadership', most: 6 },
  { route: '/registers/[id]', as: 'leadership', most: 8, with: { id: 'register' } },
];

const open = { id: 'openReport' } as const;
const reports: readonly Budget[] = [
  { route: '/reporting', as: 'doh-editor', most: 12 },
  { route: '/reporting/[id]', as: 'facility', most: 17, with: open },
  { route: '/reporting/[id]/cells/[part]', as: 'facility', most: 16, with: { ...open, part: '=E15' } },
  { route: '/reporting/[id]/evidence', as: 'facility', most: 15, with: open },
  { route: '/reporting/[id]/review', as: 'doh-leader', most: 15, with: { id: 'sentReport' } },
  { route: '/reporting/import', as: 'facility', most: 5 },
  { route: '/reporting/import/[file]', as: 'facility', most: 9, with: { file: 'importedFile' } },
];

const account = { id: 'account' } as const;
const house: readonly Budget[] = [
  { route: '/access', as: 'admin', most: 11 },
  { route: '/access/review', as: 'admin', most: 7 },
  { route: '/access/mine', as: 'reviewer', most: 11 },
  { route: '/access/mine/token', as: 'reviewer', most: 5 },
  { route: '/access/mine/delegate', as: 'approver', most: 9 },
  { route: '/access/accounts/[id]', as: 'admin', most: 13, with: account },
  { route: '/access/accounts/[id]/grant', as: 'admin', most: 11, with: account },
  {
    route: '/access/accounts/[id]/grants/[grant]',
    as: 'admin',
    most: 9,
    with: { ...account, grant: 'grant' },
  },
  { route: '/access/accounts/[id]/review', as: 'security', most: 13, with: account },
  { route: '/access/accounts/[id]/state', as: 'admin', most: 10, with: account },
  { route: '/audit', as: 'auditor', most: 6 },
  { route: '/audit/[id]', as: 'auditor', most: 9, with: { id: 'act' } },
  { route: '/audit/reads', as: 'auditor', most: 6 },
  { route: '/audit/roots', as: 'auditor', most: 6 },
  { route: '/calendar', as: 'control', most: 7 },
  { route: '/calendar/new', as: 'control', most: 5 },
  { route: '/calendar/[date]', as: 'control', most: 6, with: { date: '=2026-12-31' } },
  { route: '/integrations', as: 'admin', most: 7 },
  { route: '/integrations/[partner]', as: 'admin', most: 8, with: { partner: '=payment' } },
];

const interfaces: readonly Budget[] = [
  { route: 'GET /api/v1/changes', as: 'reviewer', most: 6 },
  { route: 'GET /api/v1/clock', as: null, most: 1, search: 'from=2026-11-02&amount=3&unit=working_day' },
  { route: 'POST /api/v1/documents', as: 'business', most: 13, body: 'paper', status: 201 },
  { route: 'GET /api/v1/documents/[id]', as: 'business', most: 6, with: { id: 'document' } },
  { route: 'GET /api/v1/dossiers', as: 'reviewer', most: 7 },
  {
    route: 'POST /api/v1/dossiers',
    as: 'business',
    most: 45,
    body: { procedure: slug, answers: {}, submit: false },
    status: 201,
  },
  { route: 'GET /api/v1/dossiers/[code]', as: 'business', most: 21, with: returned },
  // Handed in already: everything is found and judged, nothing is written.
  {
    route: 'POST /api/v1/dossiers/[code]/submission',
    as: 'business',
    most: 16,
    with: returned,
    status: 409,
  },
  { route: 'GET /api/v1/facilities', as: 'leadership', most: 5 },
  { route: 'GET /api/v1/facilities/[id]', as: 'leadership', most: 11, with: facility },
  { route: 'GET /api/v1/index766', as: null, most: 10 },
  { route: 'GET /api/v1/indicators', as: null, most: 2 },
  { route: 'GET /api/v1/indicators/[id]', as: null, most: 3, with: { id: '=T54' } },
  { route: 'GET /api/v1/papers/[id]', as: 'business', most: 5, with: { id: 'paper' } },
  { route: 'GET /api/v1/procedures', as: null, most: 1 },
  { route: 'GET /api/v1/procedures/[slug]', as: null, most: 3, with: { slug: `=${slug}` } },
  { route: 'GET /api/v1/reports', as: 'doh-editor', most: 7 },
  {
    route: 'POST /api/v1/reports/[facility]/[period]/values',
    as: 'facility',
    most: 15,
    with: { facility: 'facility', period: '=202610' },
    search: 'dryRun=true',
    body: { values: [{ part: 'E15', value: true }] },
  },
  { route: 'POST /api/v1/verify', as: null, most: 1, body: { sha256: '0'.repeat(64) } },
  { route: 'GET /api/v1/verify/[capability]', as: null, most: 1, with: { capability: 'capability' } },
];

export const budgets: readonly Budget[] = [
  ...everybody,
  ...applicants,
  ...dossiers,
  ...figures,
  ...reports,
  ...house,
  ...interfaces,
];

/** Rows differ, statements may not. */
export const growing: readonly Growth[] = [
  { route: '/dossiers', as: 'reviewer', few: 'view=all&q=G18.01-20261104-0000003', many: 'view=all&q=G18' },
  { route: '/facilities', as: 'leadership', few: 'q=bach+mai', many: '' },
  { route: '/reporting', as: 'doh-editor', few: 'q=viet+duc', many: '' },
  { route: '/registers', as: 'leadership', few: 'q=VNeID', many: '' },
  { route: '/access', as: 'admin', few: 'q=reviewer-2', many: '' },
  { route: '/audit', as: 'auditor', few: 'outcome=denied', many: '' },
  { route: 'GET /api/v1/dossiers', as: 'reviewer', few: 'limit=1', many: 'limit=25' },
  { route: 'GET /api/v1/facilities', as: 'leadership', few: 'limit=1', many: 'limit=25' },
  { route: 'GET /api/v1/reports', as: 'doh-editor', few: 'state=returned', many: '' },
  { route: 'GET /api/v1/changes', as: 'reviewer', few: 'limit=1', many: 'limit=25' },
];
