import { createHash, randomUUID } from 'node:crypto';
import type { APIRequestContext, APIResponse, Page } from '@playwright/test';
import { type Budget, budgets, growing } from './budgets';
import { addressOf, type Examples, forgetComplaint, readExamples } from './examples';
import { expect, test } from './fixtures';
import type { As } from './journeys';
import { letterAsPdf } from './papers';
import type { Account } from './people';
import { pagesIn, routesOfApp } from './routes';
import { type Statement, StatementCounter, totalOf } from './statements';

const counter = new StatementCounter(process.env.E2E_DATABASE_URL ?? '');
let kept: Examples | undefined;

// A walk through all of the portal; a machine that is busy otherwise may need minutes for it.
test.setTimeout(400_000);

test.beforeAll(async () => {
  await counter.open();
});
test.afterAll(async () => {
  await forgetComplaint(counter.sql);
  await counter.close();
});

/** Looked up, and made, by whichever test comes first. */
async function examplesFor(as: As): Promise<Examples> {
  kept ??= await readExamples(counter.sql, as);
  await counter.untilQuiet();
  return kept;
}

const tokens = new Map<Account, string>();

/** A token of the account's own, written where the page for tokens would put it. */
async function tokenOf(account: Account): Promise<string> {
  const known = tokens.get(account);
  if (known !== undefined) return known;
  const token = `d2pat_${randomUUID()}`;
  const hash = createHash('sha256').update(token).digest('hex');
  await counter.sql`
    insert into access_tokens (id, account_id, name, hash, prefix, scopes, created_at, expires_at)
    select ${randomUUID()}, id, 'budgets', ${hash}, ${token.slice(0, 12)},
      '["read", "dossier", "document", "report"]', now(), now() + interval '1 year'
    from accounts where subject = ${account}`;
  tokens.set(account, token);
  return token;
}

interface Visitor {
  requestAs: (account: Account | null) => Promise<APIRequestContext>;
  examples: Examples;
}

async function send({ requestAs, examples }: Visitor, budget: Budget): Promise<APIResponse> {
  const { route, as, body } = budget;
  const address = addressOf(budget, examples);
  if (!route.includes(' ')) return (await requestAs(as)).get(address, { maxRedirects: 0 });
  const paper = body === 'paper' ? await letterAsPdf('giay.pdf', ['Letter']) : null;
  return (await requestAs(null)).fetch(address, {
    method: route.split(' ')[0] ?? 'GET',
    headers: {
      ...(as === null ? {} : { authorization: `Bearer ${await tokenOf(as)}` }),
      ...(paper === null ? {} : { 'content-type': paper.mimeType, 'x-file-name': paper.name }),
    },
    ...(body === undefined ? {} : { data: paper?.buffer ?? body }),
  });
}

/** Visited once unwatched, so that what a process keeps between visits is there; then counted. */
async function count(visitor: Visitor, budget: Budget): Promise<Statement[]> {
  const visit = async () => {
    const answer = await send(visitor, budget);
    expect(answer.status(), `${budget.route} ${addressOf(budget, visitor.examples)}`).toBe(
      budget.status ?? 200,
    );
    await answer.body();
  };
  await visit();
  return counter.fewest(visit, budget.most);
}

const listed = (statements: readonly Statement[]) =>
  statements.map(({ text, times }) => `${times} × ${text.replaceAll(/\s+/g, ' ').slice(0, 160)}`);

test('[REQ-T02] no page and no call of the interface asks the database more than its budget', async ({
  as,
  requestAs,
}) => {
  expect(budgets.map(({ route }) => route).toSorted()).toEqual(routesOfApp());
  const visitor = { requestAs, examples: await examplesFor(as) };
  const over: unknown[] = [];
  for (const budget of budgets) {
    const statements = await count(visitor, budget);
    const asked = totalOf(statements);
    if (asked > budget.most)
      over.push({ route: budget.route, budget: budget.most, asked, statements: listed(statements) });
  }
  expect(over).toEqual([]);
});

test('[REQ-T03] no statement is sent more often for many rows than for one', async ({ as, requestAs }) => {
  const visitor = { requestAs, examples: await examplesFor(as) };
  for (const { few, many, ...budget } of growing) {
    const short = await count(visitor, { ...budget, most: 0, search: few });
    const long = await count(visitor, { ...budget, most: totalOf(short), search: many });
    const times = new Map(short.map((one) => [one.text, one.times]));
    const grown = long.filter((one) => one.times > (times.get(one.text) ?? 1));
    expect(listed(grown), budget.route).toEqual([]);
  }
});

/** Bytes on the wire; the browser is sent them compressed. */
const heaviest = 150_000;

async function scriptsOf(page: Page, address: string): Promise<number> {
  const answer = await page.goto(address, { waitUntil: 'networkidle' });
  expect(answer?.status(), address).toBe(200);
  expect(new URL(page.url()).pathname, 'no other page answers').toBe(address.split('?')[0]);
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
}

test('[REQ-T01] no public or applicant page sends more than 150 KB of script', async ({ as }) => {
  const examples = await examplesFor(as);
  const weights = new Map<string, number>();
  for (const route of [...pagesIn('(public)'), ...pagesIn('(citizen)')]) {
    const budget = budgets.find((one) => one.route === route);
    expect(budget, `${route} stands in budgets.ts`).toBeDefined();
    if (budget === undefined) continue;
    const page = await as(budget.as);
    weights.set(route, await scriptsOf(page, addressOf(budget, examples)));
    await page.close();
  }
  expect(Math.min(...weights.values()), 'scripts were seen at all').toBeGreaterThan(100_000);
  expect([...weights].filter(([, bytes]) => bytes > heaviest)).toEqual([]);
});
