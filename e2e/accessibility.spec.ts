import type { Page } from '@playwright/test';
import { faultsOf, faultsOn } from './accessible';
import { newProduct, slug } from './cosmetics';
import { handIn, keepDraft } from './cosmetics-hand-in';
import { expect, test } from './fixtures';
import { type As, advance } from './journeys';
import { DraftTasks, SectionPage } from './pages/draft';
import type { Officer } from './people';

const publicPages = [
  '/',
  '/procedures',
  '/procedures?search=khongcogi',
  `/procedures/${slug}`,
  '/track',
  '/track?code=G18.01-20200101-0000000',
  '/verify',
  '/verify/aaaaaaaaaaaaaaaaaaaaaa',
  '/progress',
  '/answers',
  '/sign-in',
  '/sign-in?locked=1',
  '/sign-in?error=assurance',
  '/sign-out',
  '/accessibility',
  '/privacy',
  '/khong-co-trang-nay',
];

type Theme = 'light' | 'dark';

async function walkPublic(page: Page, theme: Theme): Promise<void> {
  test.setTimeout(240_000);
  await page.emulateMedia({ colorScheme: theme });
  expect(await faultsOn(page, publicPages)).toEqual([]);
}

// Every page is opened on its own: the checks share nothing and may run side by side.
test.describe.configure({ mode: 'parallel' });

test('[REQ-X01] public pages have no serious fault in the light theme', async ({ page }) => {
  await walkPublic(page, 'light');
});

test('[REQ-X02] public pages have no serious fault in the dark theme', async ({ page }) => {
  await walkPublic(page, 'dark');
});

async function applicantPages(page: Page): Promise<string[]> {
  const draft = `/my/dossiers/${await keepDraft(page, newProduct())}`;
  const sent = `/my/dossiers/${await handIn(page)}`;
  const inDraft = [
    '',
    '/sections/product',
    '/sections/ingredients',
    '/papers/authorisation-letter',
    '/fee',
    '/check',
    '/cancel',
  ];
  return [
    ...[
      '/my',
      '/my/wallet',
      '/my/messages',
      '/my/organisation',
      '/my/tokens/new',
      `/my/start?procedure=${slug}`,
    ],
    ...inDraft.map((part) => draft + part),
    ...['', '/submitted', '/withdraw'].map((part) => sent + part),
  ];
}

async function walkApplicant(as: As, theme: Theme): Promise<void> {
  test.setTimeout(240_000);
  const page = await as('business');
  await page.emulateMedia({ colorScheme: theme });
  expect(await faultsOn(page, await applicantPages(page))).toEqual([]);
}

test('[REQ-X03] pages of an applicant have no serious fault in the light theme', async ({ as }) => {
  await walkApplicant(as, 'light');
});

test('[REQ-X04] pages of an applicant have no serious fault in the dark theme', async ({ as }) => {
  await walkApplicant(as, 'dark');
});

test('[REQ-X05] empty pages and pages with errors have no serious fault', async ({ as }) => {
  const citizen = await as('citizen');
  expect(await faultsOn(citizen, ['/my/organisation', '/my/messages', '/my/wallet'])).toEqual([]);
  const page = await as('business');
  const tasks = await DraftTasks.begin(page, slug);
  await tasks.open('Sản phẩm');
  const form = new SectionPage(page, 'Sản phẩm');
  await form.save();
  await expect(form.summary()).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

const desks: readonly (readonly [Officer, readonly string[]])[] = [
  ['one-stop', ['/today', '/dossiers', '/dossiers?q=khongcogi', '/search?q=kem', '/documents']],
  ['approver', ['/today', '/dossiers?view=all', '/performance']],
  ['auditor', ['/audit', '/integrations', '/access']],
  ['admin', ['/today', '/access', '/integrations']],
];

async function walkDesks(as: As, theme: Theme): Promise<void> {
  test.setTimeout(240_000);
  for (const [account, addresses] of desks) {
    const page = await as(account);
    await page.emulateMedia({ colorScheme: theme });
    expect(await faultsOn(page, addresses), account).toEqual([]);
    await page.close();
  }
}

test('[REQ-X06] pages of the desk have no serious fault in the light theme', async ({ as }) => {
  await walkDesks(as, 'light');
});

test('[REQ-X07] pages of the desk have no serious fault in the dark theme', async ({ as }) => {
  await walkDesks(as, 'dark');
});

const reporters: readonly (readonly [Officer, readonly string[]])[] = [
  ['facility', ['/today', '/reporting']],
  ['doh-editor', ['/today', '/reporting', '/reporting?state=missing', '/facilities?q=khongcogi']],
  ['indicator-owner', ['/reporting', '/indicators/T21', '/indicators/T21/entry', '/feedback']],
  ['leadership', ['/today', '/indicators', '/indicators/T01', '/indicators/targets', '/registers']],
];

test('[REQ-X10] reports, facilities and boards have no serious fault in the dark theme', async ({ as }) => {
  test.setTimeout(240_000);
  for (const [account, addresses] of reporters) {
    const page = await as(account);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOn(page, addresses), account).toEqual([]);
    await page.close();
  }
});

test('[REQ-X11] a report being filled, and one that is locked, have no serious fault', async ({ as }) => {
  const page = await as('facility');
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    for (const period of ['Tháng 10/2026', 'Quý III/2026']) {
      await page.goto('/reporting');
      await page.getByRole('link', { name: new RegExp(`^${period}`) }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(period.slice(-7));
      expect(await faultsOf(page), `${period}, ${theme}`).toEqual([]);
    }
  }
});

test('[REQ-X08] a dossier on the desk and the pages of its moves have no serious fault', async ({ as }) => {
  test.setTimeout(240_000);
  const business = await as('business');
  const fresh = await handIn(business);
  const counter = await as('one-stop');
  const intake = ['', '/accept', '/ask_before_intake', '/reject_intake'];
  expect(
    await faultsOn(
      counter,
      intake.map((part) => `/dossiers/${fresh}${part}`),
    ),
  ).toEqual([]);
  await advance(as, fresh, { to: 'begin_review' });
  const reviewer = await as('reviewer');
  const review = ['', '/ask_supplement', '/consult', '/draft_result', '/propose_refusal'];
  const addresses = review.map((part) => `/dossiers/${fresh}${part}`);
  expect(await faultsOn(reviewer, addresses)).toEqual([]);
  await reviewer.goto(`/dossiers/${fresh}/draft_result`);
  await reviewer.getByRole('main').getByRole('button', { name: 'Dự thảo kết quả' }).click();
  await expect(reviewer.getByRole('main').getByRole('alert')).toBeVisible();
  expect(await faultsOf(reviewer)).toEqual([]);
});

test('[REQ-X09] at 400 per cent the text flows and nothing is cut off', async ({ as, page }) => {
  const business = await as('business');
  const draft = `/my/dossiers/${await keepDraft(business, newProduct())}`;
  const visits: [Page, readonly string[]][] = [
    [page, ['/', '/procedures', `/procedures/${slug}`, '/track', '/verify', '/progress', '/sign-in']],
    [business, ['/my', draft, `${draft}/sections/product`, `${draft}/check`]],
    [await as('one-stop'), ['/today', '/search?q=kem']],
  ];
  for (const [visitor, addresses] of visits) {
    await visitor.setViewportSize({ width: 320, height: 256 });
    for (const address of addresses) {
      await visitor.goto(address);
      const over = await visitor.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, address).toBeLessThanOrEqual(0);
    }
  }
});
