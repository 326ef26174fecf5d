import { faultsOf } from './accessible';
import { expect, test } from './fixtures';

test('[REQ-Q01] the register names every system with its source, and says what is not known', async ({
  as,
}) => {
  const page = await as('leadership');
  await page.goto('/registers');
  await expect(page.getByRole('row')).toHaveCount(69);
  await expect(page.getByRole('definition').filter({ hasText: '3/68' })).toBeVisible();

  await page.getByLabel('Loại').selectOption({ label: 'Hạ tầng' });
  await page.getByRole('button', { name: 'Lọc' }).click();
  await expect(page).toHaveURL(/kind=infrastructure/);
  await expect(page.getByRole('row')).toHaveCount(5);

  await page.getByRole('link', { name: /^Trung tâm dữ liệu y tế quốc gia/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Trung tâm dữ liệu y tế quốc gia');
  await expect(page.getByText('Xây dựng', { exact: true })).toBeVisible();
  await expect(page.getByText('Nguồn: Công an Nhân dân, 13/11/2025')).toBeVisible();
  await expect(
    page.getByText('Đơn vị chủ quản, đơn vị vận hành, căn cứ pháp lý, mốc tiếp theo'),
  ).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  await page.goto('/registers/databases');
  await expect(page.getByRole('row')).toHaveCount(13);
  await expect(page.getByText('Danh sách làm việc, chờ xác nhận')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Chưa đánh giá', exact: true })).toHaveCount(12 * 7);
  expect(await faultsOf(page)).toEqual([]);

  const reporter = await as('facility');
  const refused = await reporter.request.get('/registers', { maxRedirects: 0 });
  expect(refused.status()).toBe(404);
});
