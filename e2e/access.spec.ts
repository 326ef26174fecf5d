import type { Page } from '@playwright/test';
import { handIn } from './cosmetics-hand-in';
import { expect, test } from './fixtures';
import { AccountPage, OwnAccess } from './pages/access';
import { SignInPage, signIn } from './pages/sign-in';

const statusOf = async (page: Page, address: string) =>
  (await page.request.get(address, { maxRedirects: 0 })).status();

test('[REQ-G01] a role is given and taken with a reason, holds at once and is in the trail', async ({
  as,
}) => {
  test.setTimeout(120_000);
  const officer = await as('records-attp');
  expect(await statusOf(officer, '/performance')).toBe(404);
  const account = await AccountPage.open(await as('admin'), 'records-attp');
  await account.grant({ role: 'Lãnh đạo Bộ', unit: 'Bộ Y tế', reason: 'Quyết định số 12/QĐ-BYT' });
  expect(await statusOf(officer, '/performance')).toBe(200);
  await account.revoke('Lãnh đạo Bộ', 'Hết nhiệm kỳ');
  expect(await statusOf(officer, '/performance')).toBe(404);
  const auditor = await as('auditor');
  await auditor.goto(`/audit?record=${account.id}`);
  await expect(auditor.getByRole('main')).toContainText('account.grant');
});

test('[REQ-G02] a role without a reason is not given', async ({ as }) => {
  const account = await AccountPage.open(await as('admin'), 'records-attp');
  await account.page.getByRole('link', { name: 'Cấp vai trò' }).click();
  await account.page.getByRole('main').getByRole('button', { name: 'Cấp vai trò' }).click();
  const told = account.page.getByRole('main').getByRole('alert');
  await expect(told).toContainText('Ghi lý do, ít nhất 3 ký tự.');
  await expect(told).toContainText('Chọn một vai trò.');
});

test('[REQ-G03] nobody changes their own rights', async ({ as }) => {
  const account = await AccountPage.open(await as('admin'), 'admin');
  await expect(account.page.getByText(/Đây là tài khoản của bạn/)).toBeVisible();
  await expect(account.page.getByRole('link', { name: 'Cấp vai trò' })).toHaveCount(0);
  const grant = await account.page.goto(`/access/accounts/${account.id}/grant`);
  if (grant?.status() === 200) {
    await account.fillGrant({ role: 'Lãnh đạo Bộ', unit: 'Bộ Y tế', reason: 'Tự cấp cho mình' });
    await expect(account.page.getByRole('main').getByRole('alert')).toContainText(
      'Không ai tự thay đổi quyền',
    );
  }
});

test('[REQ-G04] a session ended elsewhere is signed out at once', async ({ as, browser }) => {
  const context = await browser.newContext();
  const officer = await context.newPage();
  await signIn(officer, 'approver-attp', '/dossiers');
  await expect(officer).toHaveURL(/\/dossiers/);
  const account = await AccountPage.open(await as('security'), 'approver-attp');
  await account.endEverySession();
  await officer.reload();
  await new SignInPage(officer).verifyOnPage();
  await new SignInPage(officer).goOn('approver-attp');
  await expect(officer).toHaveURL(/\/dossiers/);
  await context.close();
});

test('[REQ-G05] a token made on the page works at the interface until it is taken back', async ({
  as,
  request,
}) => {
  const code = await handIn(await as('business'));
  const page = await as('one-stop');
  const own = await OwnAccess.open(page);
  const name = `Phần mềm ${crypto.randomUUID().slice(0, 8)}`;
  const token = await own.makeToken(name);
  expect(token).toMatch(/^d2pat_/);
  const read = () =>
    request.get(`/api/v1/dossiers/${code}`, { headers: { authorization: `Bearer ${token}` } });
  const answer = await read();
  expect(answer.status()).toBe(200);
  expect(((await answer.json()) as { code: string }).code).toBe(code);
  await page.reload();
  await expect(page.getByText(token)).toHaveCount(0);
  await (await OwnAccess.open(page)).takeBack(name);
  expect((await read()).status()).toBe(401);
});

test('[REQ-G06] a mandate lends a role between two dates and ends when it is ended', async ({ as }) => {
  const colleague = await as('reviewer-attp');
  expect(await statusOf(colleague, '/performance')).toBe(404);
  const own = await OwnAccess.open(await as('dispatcher-attp'));
  const name = await own.delegate({ document: '45/GUQ-ATTP', until: '31/12/2099' });
  expect(await statusOf(colleague, '/performance')).toBe(200);
  await own.endDelegation(name);
  expect(await statusOf(colleague, '/performance')).toBe(404);
});
