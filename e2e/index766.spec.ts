import type { Page } from '@playwright/test';
import { faultsOf } from './accessible';
import { handIn } from './cosmetics-hand-in';
import { expect, test } from './fixtures';
import { advance } from './journeys';

interface Row {
  id: string;
  numerator: number | null;
  denominator: number | null;
  points: number | null;
}

/** Other journeys hand in and complain at the same time: a count may rise by more than this one's share. */
async function readRow(page: Page, id: string): Promise<Row> {
  const response = await page.request.get('/api/v1/index766');
  const { rows } = (await response.json()) as { rows: Row[] };
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}

test('[REQ-S01] the index of Decision 766 is counted live and opens to the dossiers behind each row', async ({
  as,
}) => {
  const control = await as('control');
  const before = await readRow(control, '766-4.3');
  const business = await as('business');
  const code = await handIn(business);
  await advance(as, code, { to: 'accept' });
  expect((await readRow(control, '766-4.3')).denominator).toBeGreaterThan(before.denominator ?? 0);

  const { denominator: least } = await readRow(control, '766-2.1');
  await control.goto('/indicators/index766');
  await expect(
    control.getByRole('heading', { name: 'Chỉ số phục vụ người dân, doanh nghiệp' }),
  ).toBeVisible();
  const published = control.getByRole('row', { name: /^1\.1 / });
  await expect(published).toContainText('Chưa có dữ liệu');
  await expect(published).toContainText('– / 4');
  const onTime = control.getByRole('row', { name: /^2\.1 / });
  await expect(onTime).toContainText('Công thức:');
  expect(await faultsOf(control)).toEqual([]);
  const { denominator: most } = await readRow(control, '766-2.1');
  const whole = onTime.getByRole('link', { name: /^\d+ hồ sơ trong mẫu số của 766-2\.1$/ });
  const shown = Number(/\d+/.exec(await whole.ariaSnapshot()));
  expect(shown).toBeGreaterThanOrEqual(least ?? 0);
  expect(shown).toBeLessThanOrEqual(most ?? 0);
  await whole.click();
  await expect(control.getByRole('heading', { name: 'Hồ sơ đứng sau dòng 766-2.1' })).toBeVisible();
  await expect(control.getByRole('link', { name: code })).toBeVisible();
  expect(await faultsOf(control)).toEqual([]);

  const owner = await as('indicator-owner');
  await owner.goto('/indicators/index766');
  await expect(owner.getByRole('row', { name: /^2\.1 / }).getByRole('link')).toHaveCount(0);
});

async function rate(page: Page, code: string): Promise<void> {
  await page.goto(`/my/dossiers/${code}`);
  await page.getByRole('link', { name: 'Đánh giá việc giải quyết hồ sơ này' }).click();
  await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Chọn một mức độ hài lòng.');
  await page.getByLabel('Hài lòng', { exact: true }).check();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
  await expect(page.getByText('Đánh giá của bạn đã được ghi nhận.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Gửi đánh giá' })).toHaveCount(0);
}

/** Sends a complaint about the dossier on the page and returns its code. */
async function complain(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Gửi phản ánh, kiến nghị về hồ sơ này' }).click();
  await page.getByLabel('Quy định, thủ tục hành chính').check();
  await page.getByLabel('Nội dung').fill('Phiếu hẹn ghi thiếu tên sản phẩm, đề nghị cấp lại phiếu.');
  await page.getByRole('button', { name: 'Gửi phản ánh, kiến nghị' }).click();
  const sent = page.getByText(/Đã gửi\. Mã theo dõi: PAKN-/);
  await expect(sent).toBeVisible();
  await expect(page.getByText(/Hạn trả lời: \d{2}\/\d{2}\/\d{4}/)).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  return /PAKN-\d{4}-\d+/.exec((await sent.textContent()) ?? '')?.[0] ?? '';
}

test('[REQ-S02] an applicant rates and complains, control answers in time, and the index moves', async ({
  as,
}) => {
  const business = await as('business');
  const code = await handIn(business);
  await advance(as, code, { to: 'issue' });
  await rate(business, code);
  const control = await as('control');
  const before = await readRow(control, '766-5.2');
  const complaint = await complain(business);
  const received = await readRow(control, '766-5.2');
  expect(received.denominator).toBeGreaterThan(before.denominator ?? 0);
  expect(received.numerator).toBeGreaterThan(before.numerator ?? 0);

  await control.goto('/feedback');
  await control.getByRole('link', { name: complaint }).click();
  await expect(control.getByText('Trả lời, trong 15 ngày làm việc')).toBeVisible();
  expect(await faultsOf(control)).toEqual([]);
  await control.getByLabel('Trả lời', { exact: true }).check();
  await control.getByLabel('Nội dung').fill('Phiếu hẹn đã được cấp lại với đủ tên sản phẩm.');
  await control.getByRole('button', { name: 'Ghi và gửi cho người gửi' }).click();
  await expect(control.getByText('Đã trả lời.')).toBeVisible();
  await control.getByRole('button', { name: 'Công khai câu trả lời' }).click();
  await expect(control.getByText('Đã công khai.')).toBeVisible();

  await business.reload();
  await expect(business.getByText('Phiếu hẹn đã được cấp lại với đủ tên sản phẩm.')).toBeVisible();
  const content = await readRow(control, '766-5.3');
  await business.getByLabel('Không hài lòng', { exact: true }).check();
  await business.getByRole('button', { name: 'Gửi ý kiến' }).click();
  await expect(business.getByText('Bạn đã cho biết: không hài lòng với câu trả lời.')).toBeVisible();
  expect((await readRow(control, '766-5.3')).numerator).toBe((content.numerator ?? 0) - 1);
});

test('[REQ-S03] an owner ticks a milestone with its basis, and the indicator shows both', async ({ as }) => {
  const owner = await as('indicator-owner');
  await owner.goto('/indicators/T07/entry');
  await owner.getByLabel('Thiết kế').check();
  await owner.getByRole('button', { name: 'Ghi giá trị' }).click();
  await expect(owner.getByRole('main').getByRole('alert')).toContainText('Ghi căn cứ, ít nhất 5 ký tự.');
  await expect(owner.getByLabel('Thiết kế')).toBeChecked();
  const basis = `Báo cáo nghiệm thu thiết kế, lần ${Date.now()}`;
  await owner.getByLabel('Căn cứ, ghi chú').fill(basis);
  expect(await faultsOf(owner)).toEqual([]);
  await owner.getByRole('button', { name: 'Ghi giá trị' }).click();
  await expect(owner.getByText('Đã ghi.')).toBeVisible();
  const line = owner.getByRole('row').filter({ hasText: basis });
  await expect(line).toContainText('1/4 mốc');
  expect(await faultsOf(owner)).toEqual([]);
  const leader = await as('leadership');
  await leader.goto('/indicators/T07');
  await expect(leader.getByText(basis)).toBeVisible();
  await leader.goto('/indicators/T07/entry');
  await expect(leader.getByText('Chỉ đơn vị chủ trì')).toBeVisible();
  await expect(leader.getByRole('button', { name: 'Ghi giá trị' })).toHaveCount(0);
});
