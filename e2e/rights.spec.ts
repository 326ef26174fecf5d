import type { Page } from '@playwright/test';
import { handIn } from './cosmetics-hand-in';
import { expect, test } from './fixtures';
import { type Account, applicants, officers } from './people';

const everyOfficer = officers;
const handling = [
  'one-stop',
  'dispatcher',
  'reviewer',
  'reviewer-2',
  'checker',
  'approver',
  'records',
] as const;

/** Who may open an address of the desk; for everybody else it does not exist. */
const desk: Readonly<Record<string, readonly Account[]>> = {
  '/today': everyOfficer,
  '/dossiers': [...handling, 'finance', 'expert', 'control', 'auditor'],
  '/search': [...handling, 'finance', 'expert', 'control', 'auditor'],
  '/documents': ['one-stop', 'reviewer', 'reviewer-2'],
  '/performance': ['dispatcher', 'checker', 'approver', 'control', 'leadership', 'auditor'],
  '/registers': ['control', 'indicator-owner', 'leadership', 'security', 'admin', 'auditor'],
  '/integrations': ['admin', 'security', 'control', 'auditor'],
  '/audit': ['auditor', 'security'],
};

/** Pages of one's own: everybody who is signed in has them. */
const own = ['/my', '/my/wallet', '/my/messages', '/my/organisation'];

async function statusOf(page: Page, address: string): Promise<number> {
  return (await page.request.get(address, { maxRedirects: 0 })).status();
}

async function walk(as: (account: Account) => Promise<Page>, accounts: readonly Account[]) {
  const wrong: string[] = [];
  for (const account of accounts) {
    const page = await as(account);
    for (const [address, allowed] of Object.entries(desk)) {
      const status = await statusOf(page, address);
      if (status !== (allowed.includes(account) ? 200 : 404)) wrong.push(`${account} ${address} ${status}`);
    }
    await page.close();
  }
  return wrong;
}

test('[REQ-R01] every officer opens what the role allows, the rest does not exist', async ({ as }) => {
  test.setTimeout(240_000);
  expect(await walk(as, officers)).toEqual([]);
});

test('[REQ-R02] for applicants the desk does not exist', async ({ as }) => {
  expect(await walk(as, applicants)).toEqual([]);
});

test('[REQ-R03] a stranger is led to sign in from every page that needs it', async ({ page }) => {
  for (const address of [...Object.keys(desk), '/access', ...own]) {
    const answer = await page.request.get(address, { maxRedirects: 0 });
    expect(answer.status(), address).toBe(307);
    expect(answer.headers().location, address).toContain(
      `/sign-in?callbackUrl=${encodeURIComponent(address)}`,
    );
  }
});

test('[REQ-R04] another person’s dossier, papers and files do not exist', async ({ as }) => {
  const business = await as('business');
  const code = await handIn(business);
  await business.goto(`/my/dossiers/${code}`);
  const links = await business
    .getByRole('main')
    .locator('a[href^="/api/documents/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(1);
  const stranger = await as('citizen');
  for (const address of [`/my/dossiers/${code}`, `/my/dossiers/${code}/fee`, `/dossiers/${code}`, ...links])
    expect(await statusOf(stranger, address), address).toBe(404);
  const viaInterface = await stranger.request.get(`/api/v1/dossiers/${code}`, {
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(viaInterface.status()).toBe(404);
});

test('[REQ-R05] colleagues of one company share its dossiers', async ({ as }) => {
  const code = await handIn(await as('business'));
  expect(await statusOf(await as('business-member'), `/my/dossiers/${code}`)).toBe(200);
});

test('[REQ-R06] a department does not see dossiers of another', async ({ as }) => {
  const code = await handIn(await as('business'));
  expect(await statusOf(await as('reviewer'), `/dossiers/${code}`)).toBe(200);
  for (const account of ['expert', 'doh-editor', 'facility', 'leadership', 'admin'] as const)
    expect(await statusOf(await as(account), `/dossiers/${code}`), account).toBe(404);
});

test('[REQ-R07] a move is refused by the server although its page was opened', async ({ as }) => {
  const code = await handIn(await as('business'));
  const page = await as('reviewer');
  expect(await statusOf(page, `/dossiers/${code}/accept`)).toBe(404);
  await page.goto(`/dossiers/${code}/draft_result`);
  await expect(page.getByText('Việc này chưa làm được')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: 'Dự thảo kết quả' })).toHaveCount(0);
});

test('[REQ-R08] an identification below level two is not let in and told why', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Đăng nhập bằng VNeID' }).click();
  await page.getByRole('button', { name: /Lý Văn Bình/ }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('mức 1');
  expect(await statusOf(page, '/my')).toBe(307);
});
