import type { Page } from '@playwright/test';
import { faultsOn } from './accessible';
import { expect, test } from './fixtures';

const main = (page: Page) => page.getByRole('main');
const rows = (page: Page) => main(page).locator('tbody tr');

/** Hospitals of Hà Nội that other journeys leave alone, the furthest down the list first. */
async function openLast(page: Page, search: string): Promise<string> {
  await page.goto(`/facilities?q=${encodeURIComponent(search)}&order=desc`);
  const link = rows(page).first().getByRole('link').first();
  await link.click();
  await expect(page).toHaveURL(/\/facilities\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

test('[REQ-H01] the directory finds without tone marks, filters, and opens a facility with its steps, figures and history', async ({
  as,
}) => {
  const page = await as('leadership');
  await page.goto('/facilities');
  await main(page).getByLabel('Tìm').fill('dieu duong phuc hoi chuc nang');
  await main(page).getByRole('button', { name: 'Xem' }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('Bệnh viện Điều dưỡng – Phục hồi chức năng Trung ương');

  await page.goto('/facilities');
  await main(page).getByLabel('tại').selectOption('p34-79');
  await main(page).getByLabel('hạng').selectOption('special');
  await main(page).getByRole('button', { name: 'Xem' }).click();
  await expect(page).toHaveURL(/place=p34-79/);
  await expect(main(page).getByText('1 cơ sở', { exact: true })).toBeVisible();
  await rows(page).first().getByRole('link', { name: 'Bệnh viện Chợ Rẫy' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bệnh viện Chợ Rẫy');
  await expect(main(page).getByRole('heading', { name: 'Các bậc đã đạt' })).toBeVisible();
  await expect(main(page).getByRole('heading', { name: /bệnh án điện tử/ })).toBeVisible();
  await expect(main(page).getByRole('row', { name: /Bệnh án điện tử thay bệnh án giấy/ })).toContainText(
    /\d+\/\d+/,
  );
  await expect(
    main(page)
      .getByRole('row', { name: /Tháng 9\/2026/ })
      .last(),
  ).toContainText('Đã khóa');
  await expect(
    main(page).getByRole('row', { name: /^thành phố Hồ Chí Minh \(79\) 01\/07\/2025 đến nay/ }),
  ).toBeVisible();
  await expect(
    main(page).getByRole('row', { name: /^thành phố Hồ Chí Minh \(79\) 01\/08\/2008 30\/06\/2025/ }),
  ).toBeVisible();
  await expect(main(page)).toContainText('Nguồn công khai không có mã của cơ sở này; không đặt mã thay.');
  expect(await faultsOn(page, ['/facilities', new URL(page.url()).pathname])).toEqual([]);
});

test('[REQ-H02] provinces stand in both worlds on their day, and facilities are called as they were called then', async ({
  as,
}) => {
  const page = await as('facility-head');
  await page.goto('/facilities/places');
  await expect(rows(page)).toHaveCount(34);
  await expect(main(page).getByRole('row', { name: /Phú Thọ/ })).toContainText(
    'Hòa Bình (17) + Phú Thọ (25) + Vĩnh Phúc (26)',
  );
  await expect(main(page).getByText('Mã 15 trước đây là của Yên Bái', { exact: false })).toBeVisible();
  await main(page).getByRole('link', { name: '63 tỉnh, thành phố' }).click();
  await expect(rows(page)).toHaveCount(63);
  await expect(main(page).getByText('Ngày 30/06/2025: 63 tỉnh, thành phố', { exact: false })).toBeVisible();

  await main(page)
    .getByRole('row', { name: /Vĩnh Phúc/ })
    .getByRole('link')
    .click();
  await page.waitForURL(/place=p63-26&at=2025-06-30/);
  await expect(main(page).getByText('như tại ngày 30/06/2025', { exact: false })).toBeVisible();
  const [sample] = await rows(page).filter({ hasText: 'nay là' }).all();
  if (sample === undefined) throw new Error('no facility has changed its name');
  await expect(sample).toContainText('tỉnh Vĩnh Phúc');
  await expect(sample).toContainText('tỉnh Phú Thọ');
  await main(page).getByLabel('vào ngày').fill('01/07/2025');
  await main(page).getByRole('button', { name: 'Xem' }).click();
  await expect(page).toHaveURL(/at=01%2F07%2F2025/);
  await expect(rows(page).first()).toContainText('tỉnh Phú Thọ');
  await expect(rows(page).filter({ hasText: 'nay là' })).toHaveCount(0);
  expect(await faultsOn(page, ['/facilities/places', '/facilities/places?at=2025-06-30'])).toEqual([]);
});

test('[REQ-H03] a change by decision stands in the history, and an earlier day still shows what was', async ({
  as,
}) => {
  const page = await as('doh-editor');
  const address = await openLast(page, 'tu nhan ha noi');
  await main(page).getByRole('link', { name: 'Ghi thay đổi theo quyết định' }).click();
  await main(page).getByRole('radio', { name: 'Hạng' }).check();
  await main(page).getByRole('button', { name: 'Tiếp tục' }).click();
  await main(page).getByRole('button', { name: 'Ghi thay đổi' }).click();
  await expect(main(page).getByRole('alert')).toContainText('Chọn hoặc nhập giá trị mới.');
  await main(page).getByLabel('Giá trị mới', { exact: true }).selectOption('class_3');
  await main(page)
    .getByLabel(/^Có hiệu lực từ ngày/)
    .fill('01/10/2026');
  await main(page)
    .getByLabel(/^Số quyết định/)
    .fill('4321/QĐ-SYT ngày 25/9/2026');
  await main(page).getByRole('button', { name: 'Ghi thay đổi' }).click();
  await expect(page).toHaveURL(/done=class/);
  const lead = main(page).getByText(/Bệnh viện .*, hạng III|bệnh viện .*, hạng III/);
  await expect(lead.first()).toBeVisible();
  const written = main(page).getByRole('row', { name: /hạng III 01\/10\/2026 đến nay/ });
  await expect(written).toContainText('4321/QĐ-SYT ngày 25/9/2026');
  await expect(main(page).getByRole('row', { name: /chưa xếp hạng/ })).toContainText('30/09/2026');

  await page.goto(`${address}?at=2026-09-30`);
  await expect(
    main(page)
      .getByText(/, chưa xếp hạng/)
      .first(),
  ).toBeVisible();
  const other = await (await as('doh-leader')).goto(`${address}/amend`);
  expect(other?.status()).toBe(404);
  expect(await faultsOn(page, [address, `${address}/amend?attribute=name`])).toEqual([]);
});
