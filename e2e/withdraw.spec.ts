import type { Page } from '@playwright/test';
import { handIn } from './cosmetics-hand-in';
import { expect, test } from './fixtures';
import { act, advance } from './journeys';
import { DossierDesk } from './pages/dossier-desk';
import { MyDossier } from './pages/my-dossier';

async function askToWithdraw(page: Page, code: string): Promise<void> {
  const mine = await MyDossier.open(page, code);
  await page.getByRole('link', { name: 'Xin rút hồ sơ' }).click();
  await page.getByRole('button', { name: 'Gửi đề nghị rút' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Hãy nêu lý do.');
  await page.getByLabel('Lý do rút').fill('Đổi nhà sản xuất nên không nhập sản phẩm này nữa');
  await page.getByRole('button', { name: 'Gửi đề nghị rút' }).click();
  await expect(page.getByText('Đề nghị rút hồ sơ đã được gửi.')).toBeVisible();
  await mine.expectState('Cơ quan đang xem đề nghị rút hồ sơ của bạn.');
}

test('[REQ-W01] an applicant asks to withdraw with a reason and is let go', async ({ as }) => {
  const business = await as('business');
  const code = await handIn(business);
  await askToWithdraw(business, code);
  await act(as, code, { account: 'one-stop', move: 'accept_withdrawal' });
  const mine = await MyDossier.open(business, code);
  await mine.expectState('Hồ sơ đã được rút.');
  await expect(business.getByRole('link', { name: 'Xin rút hồ sơ' })).toHaveCount(0);
});

test('[REQ-W02] a denied withdrawal leads back to the step it left', async ({ as }) => {
  const business = await as('business');
  const code = await handIn(business);
  await advance(as, code, { to: 'begin_review' });
  await askToWithdraw(business, code);
  await act(as, code, {
    account: 'one-stop',
    move: 'deny_withdrawal',
    fill: (form) => form.write(/^Lý do/, 'Kết quả đã được dự thảo'),
  });
  const desk = await DossierDesk.open(await as('reviewer'), code);
  await desk.expectState('Đang thẩm định');
});
