import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { transaction } from '@/db/client';
import { dossiers, feeObligations } from '@/db/schema/dossiers';
import { useDatabase } from '@/db/testing';
import { actorNamed, seedPeople } from '@/db/testing-actors';
import { issueToken, revokeToken } from '@/lib/access/commands/token';
import type { TokenScope } from '@/lib/access/schema';
import { ChangePage, DossierDetail, DossierPage, DossierReceipt, Verdict } from '@/lib/dossiers/api/schema';
import { Problem } from '@/lib/kernel/problem';
import type { Route } from '@/lib/session/route';
import * as changes from './changes/route';
import * as clock from './clock/route';
import * as document from './documents/[id]/route';
import * as documents from './documents/route';
import * as dossier from './dossiers/[code]/route';
import * as submission from './dossiers/[code]/submission/route';
import * as dossiers_ from './dossiers/route';
import * as paper from './papers/[id]/route';
import * as procedure from './procedures/[slug]/route';
import * as procedures from './procedures/route';
import * as capability from './verify/[capability]/route';
import * as verify from './verify/route';

const answers = {
  brand: 'Soleil',
  product_name: 'Soleil Crème Solaire SPF 50',
  product_type: ['sunscreen'],
  intended_use: 'Chống nắng cho da mặt',
  presentation: 'single',
  country: 'FR',
  manufacturer_name: 'Soleil Laboratoires S.A.S.',
  manufacturer_address: '12 rue des Érables, Lyon',
  has_assembler: 'no',
  owner_name: 'Soleil Laboratoires S.A.S.',
  owner_address: '12 rue des Érables, Lyon',
  authorisation_number: 'UQ-2024/181',
  authorisation_date: '2024-12-12',
  authorisation_expiry: '2099-12-31',
  cfs_status: 'exempt',
  cfs_exemption_ground: 'Nước xuất khẩu là thành viên CPTPP',
  ingredients: [{ name: 'AQUA', percentage: '60' }],
  importer_is_applicant: 'yes',
  contact_phone: '0912345678',
  contact_email: 'an.phuc@mau.moh.example',
  declared_true: true,
};

interface Call {
  token?: string;
  headers?: Record<string, string>;
  params?: Record<string, string>;
  search?: string;
  body?: unknown;
}

async function call(route: Route, { token, headers = {}, params = {}, search = '', body }: Call = {}) {
  const path = route.definition.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const raw = typeof body === 'string' || body instanceof FormData;
  const request = new Request(`http://localhost:3000${path}${search}`, {
    method: route.definition.method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
  });
  return route(request, { params: Promise.resolve(params) });
}

async function problemIn(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = Problem.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.instance).toBe(`urn:uuid:${response.headers.get('x-request-id')}`);
  return problem;
}

async function tokenFor(name: string, scopes: TokenScope[] = ['read', 'dossier', 'document']) {
  return issueToken(await actorNamed(name), { name: 'test', scopes });
}

describe('the interface', () => {
  useDatabase();
  let business = '';
  let npsp = '';
  let citizen = '';

  beforeAll(async () => {
    await seedPeople();
    business = (await tokenFor('business')).token;
    npsp = (await tokenFor('npsp')).token;
    citizen = (await tokenFor('citizen')).token;
  });

  const pdf = (words: string) => `%PDF-1.4\n% ${words}\n%%EOF\n`;

  async function upload(token: string, words: string, headers: Record<string, string> = {}) {
    const type = { 'content-type': 'application/pdf', 'x-file-name': encodeURIComponent(`${words}.pdf`) };
    return call(documents.POST, { token, headers: { ...type, ...headers }, body: pdf(words) });
  }

  async function papersOf(token: string): Promise<Record<string, string[]>> {
    const response = await call(procedure.GET, { params: { slug: 'cosmetics-notification' } });
    const { definition } = z
      .object({
        definition: z.object({
          components: z.array(z.object({ code: z.string(), need: z.string(), reuse: z.array(z.string()) })),
        }),
      })
      .parse(await response.json());
    const wanted = definition.components.filter(
      ({ need, reuse }) => need === 'mandatory' && reuse.includes('UP'),
    );
    const entries: [string, string[]][] = [];
    for (const { code } of wanted) {
      const stored = z.object({ id: z.uuid() }).parse(await (await upload(token, code)).json());
      entries.push([code, [stored.id]]);
    }
    return Object.fromEntries(entries);
  }

  /** The tariff is not what is tested here: what is owed counts as settled. */
  async function settleFees(code: string) {
    await transaction(async (tx) => {
      const [row] = await tx.select({ id: dossiers.id }).from(dossiers).where(eq(dossiers.draftCode, code));
      await tx
        .update(feeObligations)
        .set({ state: 'paid' })
        .where(eq(feeObligations.dossierId, row?.id ?? ''));
    });
  }

  async function handIn(
    token: string,
    input: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ) {
    return call(dossiers_.POST, {
      token,
      headers,
      body: { procedure: 'cosmetics-notification', answers, documents: await papersOf(token), ...input },
    });
  }

  describe('open to everybody', () => {
    it('lists 25 procedures and tells a caller who has them already', async () => {
      const response = await call(procedures.GET);
      const lines = z.array(z.object({ slug: z.string(), version: z.number() })).parse(await response.json());
      expect(lines).toHaveLength(25);
      const etag = response.headers.get('etag') ?? '';
      expect((await call(procedures.GET, { headers: { 'if-none-match': etag } })).status).toBe(304);
    });

    it('gives a definition with the schema of its answers, and 404 for an unknown one', async () => {
      const response = await call(procedure.GET, { params: { slug: 'cosmetics-notification' } });
      const body = z
        .object({
          slug: z.string(),
          answersSchema: z.object({ properties: z.object({ brand: z.object({}) }) }),
        })
        .parse(await response.json());
      expect(body.slug).toBe('cosmetics-notification');
      expect((await problemIn(await call(procedure.GET, { params: { slug: 'nothing' } }))).code).toBe(
        'not_found',
      );
    });

    it('explains a clock day by day with the offset of Việt Nam', async () => {
      const search = '?from=2026-11-09&amount=3&unit=working_day&pause=2026-11-10/2026-11-20';
      const body = z
        .object({
          due: z.string(),
          steps: z.array(z.object({ date: z.string(), kind: z.string(), counted: z.boolean() })),
        })
        .parse(await (await call(clock.GET, { search })).json());
      expect(body.due).toBe('2026-11-24T17:00:00+07:00');
      expect(body.steps.at(-1)).toMatchObject({ date: '2026-11-24', kind: 'due' });
    });

    it('names each wrong part of a question, in the language asked for', async () => {
      const headers = { 'accept-language': 'en-GB, vi;q=0.5' };
      const problem = await problemIn(
        await call(clock.GET, { search: '?amount=x&unit=year&cat=1', headers }),
      );
      expect(problem.code).toBe('invalid');
      expect(problem.title).toBe('Some data is not right');
      expect(problem.errors?.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
        'cat unknown_field',
        'from required',
        'unit not_an_option',
      ]);
      const later = await problemIn(await call(clock.GET, { search: '?from=x&amount=0&unit=month' }));
      expect(later.errors?.map(({ field, code }) => `${field} ${code}`)).toEqual([
        'from not_a_moment',
        'amount not_positive',
      ]);
      expect(later.title).toBe('Dữ liệu chưa đúng');
    });

    it('knows nothing of a paper that is not ours', async () => {
      const unknown = await call(capability.GET, { params: { capability: 'nothing' } });
      expect(Verdict.parse(await unknown.json())).toMatchObject({ status: 'unknown', issuer: null });
      const wrong = await problemIn(await call(verify.POST, { body: { sha256: 'x' } }));
      expect(wrong.errors).toMatchObject([{ field: 'sha256', pointer: '#/sha256', code: 'pattern' }]);
      expect((await call(verify.POST, { body: 'x', headers: { 'content-type': 'text/plain' } })).status).toBe(
        415,
      );
      const broken = await call(verify.POST, { body: '{', headers: { 'content-type': 'application/json' } });
      expect((await problemIn(broken)).code).toBe('malformed_body');
    });
  });

  describe('who may call', () => {
    it('asks for a token, in any of three ways, and refuses one that does not hold', async () => {
      const none = await call(dossiers_.GET);
      expect(none.status).toBe(401);
      expect(none.headers.get('www-authenticate')).toBe('Bearer realm="portal"');
      const bad = await call(dossiers_.GET, { token: 'd2pat_nothing' });
      expect(bad.headers.get('www-authenticate')).toContain('error="invalid_token"');
      const basic = Buffer.from(`anybody:${business}`).toString('base64');
      for (const authorization of [`Bearer ${business}`, `ApiToken ${business}`, `Basic ${basic}`]) {
        expect((await call(dossiers_.GET, { headers: { authorization } })).status).toBe(200);
      }
      const { id, token } = await tokenFor('business');
      await revokeToken(await actorNamed('business'), { tokenId: id });
      expect((await call(dossiers_.GET, { token })).status).toBe(401);
    });

    it('holds a token to its scopes and an account to its rights', async () => {
      const { token } = await tokenFor('business', ['read']);
      expect((await call(dossiers_.GET, { token })).status).toBe(200);
      const refused = await call(dossiers_.POST, { token, body: {} });
      expect(refused.status).toBe(403);
      expect(await problemIn(refused)).toMatchObject({ code: 'insufficient_scope', about: 'dossier' });
      const facility = (await tokenFor('facility', ['dossier', 'document'])).token;
      expect((await problemIn(await upload(facility, 'x'))).code).toBe('denied');
    });

    it('takes a cookie from no other site for a write', async () => {
      const headers = { cookie: 'next-auth.session-token=x', 'sec-fetch-site': 'cross-site' };
      expect((await problemIn(await call(dossiers_.POST, { headers, body: {} }))).code).toBe('cross_site');
    });
  });

  describe('documents', () => {
    it('keeps a raw body and a form alike, and gives the bytes back to their owner only', async () => {
      const response = await upload(business, 'giấy ủy quyền');
      expect(response.status).toBe(201);
      const stored = z
        .object({ id: z.uuid(), sha256: z.string(), size: z.number(), mime: z.string(), scan: z.string() })
        .parse(await response.json());
      expect(stored.sha256).toBe(createHash('sha256').update(pdf('giấy ủy quyền')).digest('hex'));
      const form = new FormData();
      form.set('file', new Blob([pdf('form')]), 'form.pdf');
      expect((await call(documents.POST, { token: business, body: form })).status).toBe(201);
      const params = { id: stored.id };
      const file = await call(document.GET, { token: business, params });
      expect(await file.text()).toBe(pdf('giấy ủy quyền'));
      expect((await call(document.GET, { token: citizen, params })).status).toBe(404);
    });

    it('refuses other kinds, and a file without a name', async () => {
      const headers = { 'content-type': 'application/pdf', 'x-file-name': 'a.pdf' };
      const text = await call(documents.POST, { token: business, headers, body: 'only words, no file' });
      expect((await problemIn(text)).code).toBe('unsupported_file');
      const cut = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4';
      const type = 'multipart/form-data; boundary=x';
      const broken = await call(documents.POST, {
        token: business,
        headers: { 'content-type': type },
        body: cut,
      });
      expect((await problemIn(broken)).code).toBe('malformed_body');
      const nameless = await call(documents.POST, {
        token: business,
        headers: { 'content-type': 'application/pdf' },
        body: pdf('x'),
      });
      expect((await problemIn(nameless)).errors).toMatchObject([{ field: 'X-File-Name', code: 'required' }]);
    });

    it('gives the same answer to the same upload, and refuses other bytes under the same key', async () => {
      const key = { 'idempotency-key': 'upload-1' };
      const first = await (await upload(business, 'same', key)).json();
      const again = await upload(business, 'same', key);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      expect(await again.json()).toEqual(first);
      const other = await call(documents.POST, {
        token: business,
        headers: { 'content-type': 'application/pdf', 'x-file-name': 'same.pdf', ...key },
        body: pdf('other'),
      });
      expect((await problemIn(other)).code).toBe('idempotency_mismatch');
    });
  });

  describe('dossiers', () => {
    it('names every wrong field as it was sent, and keeps nothing', async () => {
      const { brand: _, ...rest } = answers;
      const response = await call(dossiers_.POST, {
        token: business,
        body: {
          procedure: 'cosmetics-notification',
          externalRef: 'wrong-1',
          answers: { ...rest, country: 'XXXX', nonsense: 1 },
          documents: { 'no-such-paper': [crypto.randomUUID()] },
        },
      });
      expect(response.status).toBe(422);
      const found = ((await problemIn(response)).errors ?? []).map(({ field, code }) => `${field} ${code}`);
      expect(found).toEqual(
        expect.arrayContaining([
          'answers.brand required',
          'answers.nonsense unknown_field',
          'documents.no-such-paper unknown_component',
        ]),
      );
      expect(found.some((one) => one.startsWith('answers.country '))).toBe(true);
      expect(found.some((one) => one.endsWith('component_missing'))).toBe(true);
      const list = await call(dossiers_.GET, { token: business, search: '?externalRef=wrong-1' });
      expect(DossierPage.parse(await list.json()).items).toEqual([]);
    });

    it('knows no procedure of another name, and takes nobody else’s papers', async () => {
      const unknown = await handIn(business, { procedure: 'nothing' });
      expect((await problemIn(unknown)).errors).toMatchObject([
        { field: 'procedure', code: 'unknown_procedure' },
      ]);
      const foreign = await handIn(citizen, { documents: await papersOf(business) });
      const codes = ((await problemIn(foreign)).errors ?? []).map(({ code }) => code);
      expect(codes).toContain('unknown_document');
    });

    it('keeps a dossier that owes its fee as a draft and says what is owed; submits it once that is settled', async () => {
      const created = await handIn(business, { externalRef: 'fee-1' });
      expect(created.status).toBe(201);
      const draft = DossierReceipt.parse(await created.json());
      expect(draft).toMatchObject({
        state: 'draft',
        publicStatus: null,
        feeDue: { amount: 500_000, currency: 'VND' },
      });
      const params = { code: draft.code };
      const early = await call(submission.POST, { token: business, params });
      expect(await problemIn(early)).toMatchObject({ code: 'unlawful_move', about: 'fee_settled' });
      expect((await problemIn(await handIn(business, { externalRef: 'fee-1' }))).about).toBe('externalRef');
      await settleFees(draft.code);
      const submitted = DossierReceipt.parse(
        await (await call(submission.POST, { token: business, params })).json(),
      );
      expect(submitted).toMatchObject({
        state: 'submitted',
        publicStatus: 1,
        feeDue: null,
        submission: null,
      });
      expect(submitted.code).toMatch(/^G18\./);
      const held = await call(verify.POST, { body: { sha256: submitted.receipt?.sha256 } });
      expect(Verdict.parse(await held.json())).toMatchObject({ status: 'valid' });
    });

    it('tells all of a dossier in scope and nothing of another', async () => {
      const list = DossierPage.parse(
        await (await call(dossiers_.GET, { token: business, search: '?publicStatus=1' })).json(),
      );
      const { code } = list.items[0] ?? { code: '' };
      const response = await call(dossier.GET, { token: business, params: { code } });
      expect(response.headers.get('cache-control')).toBe('no-store');
      const detail = DossierDetail.parse(await response.json());
      expect(detail.answers).toMatchObject({ brand: 'Soleil' });
      expect(detail.events.map(({ move }) => move)).toEqual(['open', 'submit']);
      expect(detail.documents.length).toBeGreaterThan(0);
      expect(detail.submittedAt).toMatch(/\+07:00$/);
      const [receipt] = detail.papers;
      const file = await call(paper.GET, {
        token: business,
        params: { id: receipt?.href.split('/').at(-1) ?? '' },
      });
      const bytes = Buffer.from(await file.arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(receipt?.sha256);
      for (const token of [citizen, npsp])
        expect((await problemIn(await call(dossier.GET, { token, params: { code } }))).code).toBe(
          'not_found',
        );
    });

    it('belongs to the partner that opened it, in the name of whoever the form names', async () => {
      const given = { ...answers, organisation_name: 'Công ty Mẫu Bình Minh', tax_code: '0100109106' };
      const response = await handIn(npsp, { answers: given, submit: false, externalRef: 'npsp-1' });
      const { code } = DossierReceipt.parse(await response.json());
      const detail = DossierDetail.parse(
        await (await call(dossier.GET, { token: npsp, params: { code } })).json(),
      );
      expect(detail).toMatchObject({
        channel: 'npsp',
        applicantName: 'Công ty Mẫu Bình Minh',
        externalRef: 'npsp-1',
      });
      expect((await handIn(business, { submit: false, externalRef: 'npsp-1' })).status).toBe(201);
      expect((await call(dossier.GET, { token: business, params: { code } })).status).toBe(404);
    });

    it('pages by cursor without doubles, and refuses a cursor that is not ours', async () => {
      const codes: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const search: string = `?limit=1${next === '' ? '' : `&after=${next}`}`;
        const page: z.infer<typeof DossierPage> = DossierPage.parse(
          await (await call(dossiers_.GET, { token: business, search })).json(),
        );
        codes.push(...page.items.map(({ code }) => code));
        next = page.next;
      }
      expect(codes.length).toBeGreaterThan(1);
      expect(new Set(codes).size).toBe(codes.length);
      const wrong = await problemIn(
        await call(dossiers_.GET, { token: business, search: '?after=xx&limit=5' }),
      );
      expect(wrong.errors).toMatchObject([{ field: 'after', code: 'unknown_cursor' }]);
    });

    it('creates once under one key, however often and however many at once', async () => {
      const body = { procedure: 'cosmetics-notification', answers, submit: false };
      const ask = () =>
        call(dossiers_.POST, { token: business, headers: { 'idempotency-key': 'once' }, body });
      const together = await Promise.all(Array.from({ length: 6 }, ask));
      const made = together.filter(({ status }) => status === 201);
      const refused = together.filter(({ status }) => status === 409);
      expect(made.length).toBeGreaterThan(0);
      expect(made.length + refused.length).toBe(6);
      const codes = new Set(
        await Promise.all(
          [...made, await ask()].map(async (one) => DossierReceipt.parse(await one.json()).code),
        ),
      );
      expect(codes.size).toBe(1);
      const other = await call(dossiers_.POST, {
        token: business,
        headers: { 'idempotency-key': 'once' },
        body: { ...body, externalRef: 'other' },
      });
      expect((await problemIn(other)).code).toBe('idempotency_mismatch');
    });
  });

  describe('the change feed', () => {
    it('misses nothing while 16 dossiers are submitted at once, and tells only what is in scope', async () => {
      const start = ChangePage.parse(await (await call(changes.GET, { token: business })).json());
      const everything = await drained(business, start.next);
      expect(everything.items).toEqual([]);
      const drafts: string[] = [];
      for (let n = 0; n < 16; n += 1) {
        const { code } = DossierReceipt.parse(await (await handIn(business)).json());
        await settleFees(code);
        drafts.push(code);
      }
      const seen: number[] = [];
      let at = start.next;
      let running = true;
      const reader = (async () => {
        while (running) {
          const page = await drained(business, at);
          seen.push(...page.items.map(({ sequence }) => sequence));
          at = page.next;
        }
      })();
      const done = await Promise.all(
        drafts.map(async (code) => {
          const response = await call(submission.POST, { token: business, params: { code } });
          return DossierReceipt.parse(await response.json()).code;
        }),
      );
      running = false;
      await reader;
      seen.push(...(await drained(business, at)).items.map(({ sequence }) => sequence));
      expect(new Set(done).size).toBe(16);
      const whole = await drained(business, start.next);
      expect(whole.items.map(({ sequence }) => sequence)).toEqual(seen);
      expect(
        whole.items
          .filter(({ kind }) => kind === 'submit')
          .map(({ code }) => code)
          .sort(),
      ).toEqual(done.sort());
      expect((await drained(citizen, start.next)).items).toEqual([]);
      expect((await drained(citizen, start.next)).next).toBe(whole.next);
    }, 120_000);

    async function drained(token: string, after: number) {
      const items: z.infer<typeof ChangePage>['items'] = [];
      let next = after;
      for (;;) {
        const page = ChangePage.parse(
          await (await call(changes.GET, { token, search: `?after=${next}&limit=7` })).json(),
        );
        items.push(...page.items);
        next = page.next;
        if (page.items.length < 7) return { items, next };
      }
    }
  });
});
