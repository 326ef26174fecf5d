import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import type { As } from './journeys';
import { ReportForm, ReviewPage } from './pages/report-form';

/** Several persons one after the other; a busy machine needs its time for each. */
test.describe.configure({ timeout: 400_000 });

const returned = 'Tháng 10/2026';
const open = 'Tháng 11/2026';

/** The report of October may have gone its way before: then it is reopened or returned first. */
async function broughtBack(as: As): Promise<string> {
  const form = await ReportForm.open(await as('facility'), returned);
  const address = form.address();
  const stands = (state: string) =>
    form.main().locator('header').getByText(state, { exact: true }).isVisible();
  if ((await stands('Đã khóa')) || (await stands('Đã xác minh, chờ khóa')))
    await (await ReviewPage.open(await as('indicator-owner'), address)).make(
      'Mở lại để sửa',
      'Mở lại để rà soát đơn thuốc.',
    );
  if (await stands('Chờ xác minh'))
    await (await ReviewPage.open(await as('doh-leader'), address)).make(
      'Trả lại để sửa',
      'Rà soát lại số đơn thuốc trong tháng.',
    );
  return address;
}

async function answerRemarks(page: Page): Promise<void> {
  const answers = page.getByRole('textbox', { name: /^Trả lời/ });
  for (const field of await answers.all()) await field.fill('Đã đối chiếu với hệ thống kê đơn.');
  if ((await answers.count()) > 0) {
    await page.getByRole('button', { name: 'Gửi trả lời' }).first().click();
    await expect(page.getByText(/, đã trả lời$/).first()).toBeVisible();
  }
}

test('[REQ-E01] a report is mended, handed in, returned once, verified and locked by four persons', async ({
  as,
}) => {
  const address = await broughtBack(as);
  const total = 8000 + Math.floor(Math.random() * 400);
  const remark = `Số đơn gửi (${total - 3000}) chưa khớp với Hệ thống đơn thuốc quốc gia.`;
  const form = await ReportForm.at(await as('facility'), address);
  await form.enter('E27a', String(total));
  await form.enter('E27b', String(total - 3000));
  await answerRemarks(form.page);
  const head = await ReportForm.at(await as('facility-head'), address);
  await head.handIn();
  await expect(head.page).toHaveURL(/done=submit/);
  await head.expectState('Chờ xác minh');

  const first = await ReviewPage.open(await as('doh-editor'), address);
  await expect(first.main().getByText('Đơn thuốc ngoại trú: Tổng số đơn')).toBeVisible();
  await first.remark('E27', remark);
  await first.make('Trả lại để sửa', 'Đề nghị rà soát lại số đơn thuốc.');

  const again = await ReportForm.at(await as('facility'), address);
  await expect(again.main().getByText(`“${remark}”`)).toBeVisible();
  await expect(again.cell('E05'), 'only what was remarked can be changed').toHaveRole('status');
  await again.enter('E27b', String(total - 2600));
  await (await ReportForm.at(await as('facility-head'), address)).handIn();
  const verifying = await as('doh-editor');
  await expect(async () => {
    const review = await ReviewPage.open(verifying, address);
    await expect(review.main().getByRole('button', { name: 'Xác minh' })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await new ReviewPage(verifying).make('Xác minh');
  await (await ReviewPage.open(await as('indicator-owner'), address)).make('Khóa số liệu');

  const locked = await ReportForm.at(await as('facility'), address);
  await locked.expectState('Đã khóa');
  await expect(locked.main().getByRole('button', { name: 'Nộp báo cáo' })).toHaveCount(0);
  await locked.page.goto(`${address}/cells/E27b`);
  const versions = locked.main().getByRole('table').first();
  await expect(versions.getByRole('row').nth(1)).toContainText((total - 2600).toLocaleString('vi-VN'));
  await expect(versions.getByRole('row').nth(2)).toContainText((total - 3000).toLocaleString('vi-VN'));
  await expect(versions.getByRole('row').nth(1)).toContainText('nhập tay');
});

test('[REQ-E02] rules speak while somebody types, and hold on the server', async ({ as }) => {
  const form = await ReportForm.open(await as('facility-head'), open);
  const records = 2900 + Math.floor(Math.random() * 90);
  const shown = records.toLocaleString('vi-VN');
  await form.enter('E18', shown);
  await form.type('E19', String(records * 2));
  await expect(
    form.row('E19').getByText(`Lớn hơn Số hồ sơ bệnh án trong kỳ (E18), là ${shown}`),
  ).toBeVisible();
  await expect(form.cell('E19')).toHaveAttribute('aria-invalid', 'true');
  await expect(form.row('E20')).toContainText('200%');
  await form.handIn();
  await expect(form.main().getByRole('alert').filter({ hasText: 'chưa nộp được' })).toBeVisible();
  await form.expectState('Đang nhập');
  await form.type('E18', '9,120');
  await form.row('E18').getByRole('button', { name: '9120' }).click();
  await expect(form.cell('E18')).toHaveValue('9120');
  await expect(form.row('E19').getByText(/Lớn hơn/)).toHaveCount(0);
});

test('[REQ-E03] of two editors of one cell one wins, the other sees both values and chooses', async ({
  as,
}) => {
  const first = await ReportForm.open(await as('facility'), open);
  const second = await ReportForm.at(await as('facility-head'), first.address());
  const [early, late] = [2000 + Math.floor(Math.random() * 900), 3000 + Math.floor(Math.random() * 900)];
  await first.enter('E36a', String(early));
  await second.type('E36a', String(late));
  const told = second.row('E36a').getByRole('alert');
  await expect(told).toBeVisible({ timeout: 60_000 });
  await expect(told).toContainText(early.toLocaleString('vi-VN'));
  await expect(told).toContainText(String(late));
  await expect(second.cell('E36a')).toHaveValue(String(late));
  await told.getByRole('button', { name: 'Lưu giá trị của tôi' }).click();
  await second.expectSaved('E36a');
  await first.page.reload();
  await expect(first.cell('E36a')).toHaveValue(late.toLocaleString('vi-VN'));
});

test('[REQ-E04] the form is filled without JavaScript, and says what is wrong', async ({
  browser,
  stateOf,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await stateOf('facility'),
  });
  const form = await ReportForm.open(await context.newPage(), open);
  const births = String(100 + Math.floor(Math.random() * 800));
  await form.cell('E39a').fill(births);
  await form.cell('E39b').fill('chín mươi');
  await form.main().getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(form.main().getByRole('alert').getByRole('link', { name: /E39b/ })).toBeVisible();
  await expect(form.cell('E39b')).toHaveValue('chín mươi');
  await expect(form.cell('E39a')).toHaveValue(births);
  await form.cell('E39b').fill('90');
  await form.main().getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(form.main().getByRole('alert')).toHaveCount(0);
  await form.page.goto(form.address());
  await expect(form.cell('E39a')).toHaveValue(births);
  await expect(form.cell('E39b')).toHaveValue('90');
  await context.close();
});
