import { type Browser, chromium } from 'playwright';
import { findBrowser } from '@/scripts/machine/tools';
import { type Bench, defineRow } from '../define';

const settle = 1_500;

export const row = defineRow({
  id: 'javascript',
  what: 'JavaScript of a public or applicant page, as a browser loads it',
  at: 'every public and applicant page',
  targets: { heaviest: { of: 'subject', unit: 'KB', atMost: 150 } },
  async measure(bench) {
    const executablePath = findBrowser();
    if (executablePath === null) throw new Error('there is no Chromium: set CHROMIUM_PATH');
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      const weights = await weigh(bench, browser);
      const [heaviest] = weights;
      if (heaviest === undefined) throw new Error('no page was opened');
      const pages = weights.map(({ path, bytes }) => `${path} ${(bytes / 1024).toFixed(0)}`).join(', ');
      return {
        heaviest: {
          subject: {
            value: heaviest.bytes / 1024,
            unit: 'KB',
            what: `compressed, the heaviest of ${weights.length} pages: ${heaviest.path}`,
            detail: { bytes: heaviest.bytes },
          },
          yardstick: null,
          note: `Every script a fresh browser fetches, as it travels, until the network is quiet. KB by page: ${pages}.`,
        },
      };
    } finally {
      await browser.close();
    }
  },
});

interface Weight {
  path: string;
  bytes: number;
}

/** The heaviest first. */
async function weigh(bench: Bench, browser: Browser): Promise<Weight[]> {
  const { webs } = await bench.portal();
  const url = webs[0]?.url ?? '';
  const open = await publicPages(bench);
  const own = await applicantPages(bench);
  const cookie = await bench.signIn('business');
  own.push(...(await checkPage(bench, url, cookie)));
  const weights: Weight[] = [];
  for (const path of open) weights.push({ path, bytes: await scriptsOf(browser, url + path, null) });
  for (const path of own) weights.push({ path, bytes: await scriptsOf(browser, url + path, cookie) });
  return weights.sort((a, b) => b.bytes - a.bytes);
}

async function publicPages({ sql }: Bench): Promise<string[]> {
  const procedures = await sql<{ slug: string }[]>`select slug from procedures order by slug limit 3`;
  const fixed = [
    '/',
    '/procedures',
    '/track',
    '/verify',
    '/progress',
    '/answers',
    '/accessibility',
    '/privacy',
  ];
  return [...fixed, '/sign-in', ...procedures.map(({ slug }) => `/procedures/${slug}`)];
}

/** The applicant's rooms, and one dossier of theirs in each state with the form it is in. */
async function applicantPages({ sql }: Bench): Promise<string[]> {
  const dossiers = await sql<{ code: string; state: string }[]>`
    select distinct on (d.state) d.state, coalesce(d.code, d.draft_code) as code
    from dossiers d join accounts a on a.subject = 'business'
    where d.owner_account_id = a.id or d.organisation_id = a.organisation_id
    order by d.state, d.id`;
  return [
    ...['/my', '/my/wallet', '/my/messages', '/my/organisation', '/my/tokens', '/my/tokens/new'],
    ...dossiers.map(({ code }) => `/my/dossiers/${code}`),
  ];
}

/** The last page before submission, of the first draft that is ready for it; the others are sent back. */
async function checkPage({ sql }: Bench, url: string, cookie: string): Promise<string[]> {
  const drafts = await sql<{ code: string }[]>`
    select d.draft_code as code from dossiers d join accounts a on a.id = d.owner_account_id
    where a.subject = 'business' and d.state = 'draft' order by d.id limit 50`;
  for (const { code } of drafts) {
    const path = `/my/dossiers/${code}/check`;
    const answer = await fetch(url + path, { headers: { cookie }, redirect: 'manual' });
    if ((await answer.text()) !== '' && answer.status === 200) return [path];
  }
  return [];
}

async function scriptsOf(browser: Browser, address: string, cookie: string | null): Promise<number> {
  const context = await browser.newContext();
  try {
    if (cookie !== null) {
      const [name = '', ...value] = cookie.split('=');
      await context.addCookies([{ name, value: value.join('='), url: new URL(address).origin }]);
    }
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script')
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    const answer = await page.goto(address, { waitUntil: 'networkidle' });
    if (answer === null || !answer.ok() || new URL(page.url()).pathname !== new URL(address).pathname)
      throw new Error(
        `${new URL(address).pathname} answered ${answer?.status()} at ${new URL(page.url()).pathname}`,
      );
    await page.waitForTimeout(settle);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  } finally {
    await context.close();
  }
}
