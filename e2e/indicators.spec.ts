import ExcelJS from 'exceljs';
import { faultsOn } from './accessible';
import { expect, test } from './fixtures';
import { BoardPage } from './pages/board';
import { ReviewPage } from './pages/report-form';

const measures = [
  'Bệnh án điện tử',
  'Thanh toán không tiền mặt',
  'Khám bệnh không giấy, hạng I trở lên',
  'HIS',
  'LIS',
  'RIS-PACS',
];
const share = /\d+,\d%/;
const parts = /[\d.]+\/[\d.]+/;
const day = /\d{2}\/\d{2}\/\d{4}/;

test('[REQ-I01] the board answers in words and every figure opens down to the cell, its version and the person', async ({
  as,
}) => {
  const board = await BoardPage.open(await as('leadership'));
  await expect(board.main().getByRole('heading', { level: 1 })).toHaveText(/chỉ tiêu.+\.$/);
  for (const name of measures) {
    const row = board.row(name);
    await expect(row).toContainText(share);
    await expect(row).toContainText(parts);
    await expect(row).toContainText(new RegExp(`đến ${day.source}`));
  }
  await expect(board.row('Bệnh án điện tử')).toContainText('31/12/2025');
  await expect(board.row('Bệnh án điện tử')).toContainText(/Đạt|Đúng tiến độ|Cần chú ý|Chậm/);
  await expect(board.row('HIS')).toContainText('Không đặt mục tiêu');

  const { page } = board;
  const ranking = board.main().getByRole('table', { name: /tỉnh nào chậm/ });
  const capital = ranking.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Hà Nội' }) });
  const ofCapital = await capital.getByRole('cell').last().textContent();
  await capital.getByRole('link').click();
  await expect(page).toHaveURL(/facilities\?place=p34-01/);
  await expect(board.main()).toContainText(`(${ofCapital})`);
  await board.main().getByRole('link', { name: 'Bệnh viện Bạch Mai' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bệnh viện Bạch Mai' })).toBeVisible();
  await expect(board.main().getByText(/^Lần [\d.]+, \d\d:\d\d, \d\d\/\d\d\/\d{4}/)).toBeVisible();
  const cell = page
    .getByRole('region', { name: /E15/ })
    .or(page.getByRole('table', { name: /bệnh án điện tử/ }));
  await expect(cell.first()).toContainText('dùng để tính');
  await expect(page.getByRole('columnheader', { name: 'Người nhập' }).first()).toBeVisible();
  await board.main().getByRole('link', { name: 'Mở báo cáo' }).click();
  await expect(page).toHaveURL(/\/reporting\//);
});

test('[REQ-I02] as known on an earlier day the board shows the earlier figure, and says so', async ({
  as,
}) => {
  const board = await BoardPage.open(await as('leadership'));
  const now = { parts: await board.partsOf('Bệnh án điện tử'), sequence: await board.sequence() };
  await board.main().getByLabel('Biết đến ngày').fill('30/06/2026');
  await board.main().getByRole('button', { name: 'Xem', exact: true }).click();
  await expect(board.page).toHaveURL(/asOf=/);
  await expect(board.main()).toContainText('theo số liệu biết đến hết ngày 30/06/2026');
  expect(await board.sequence()).toBeLessThan(now.sequence);
  expect(await board.partsOf('Bệnh án điện tử')).not.toBe(now.parts);
  await board.row('Bệnh án điện tử').getByRole('link', { name: 'Bệnh án điện tử', exact: true }).click();
  await expect(board.page).toHaveURL(/\/indicators\/T54\?asOf=2026-06-30/);
  await expect(board.main()).toContainText('hết ngày 30/06/2026');

  await board.page.goto('/indicators?asOf=31/02/2026');
  await expect(board.main().getByRole('alert')).toContainText('Biết đến ngày');
});

test('[REQ-I03] all 72 targets stand with deadline and status, and the unknown is called unknown', async ({
  as,
}) => {
  const page = await as('indicator-owner');
  await page.goto('/indicators/targets');
  const main = page.getByRole('main');
  const rows = main.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^T\d\d / }) });
  await expect(rows).toHaveCount(72);
  const unknown = rows.filter({ hasText: 'Chưa đủ số liệu' });
  const count = await unknown.count();
  expect(count).toBeGreaterThan(0);
  for (const row of (await unknown.all()).slice(0, 5)) await expect(row).not.toContainText(/\b0,0%/);
  await main.getByLabel('Đánh giá').selectOption('unknown');
  await main.getByRole('button', { name: 'Xem', exact: true }).click();
  await expect(rows).toHaveCount(count);
  await expect(main.getByText(`Đang xem ${count} trong 72 mục tiêu.`)).toBeVisible();
  await expect(main.getByRole('rowheader', { name: /F\d\d$/ })).toHaveCount(34);
});

test('[REQ-I04] files hold what the screen shows, as numbers', async ({ as }) => {
  const board = await BoardPage.open(await as('leadership'), '?asOf=2026-10-31');
  const shown = (await board.partsOf('Bệnh án điện tử')).replaceAll('.', '').split('/').map(Number);
  const sequence = await board.sequence();

  const workbook = new ExcelJS.Workbook();
  const file = await board.download('Tải XLSX');
  await workbook.xlsx.load(new Uint8Array(file).buffer);
  const [figures, places, notes] = workbook.worksheets;
  const head = figures?.getRow(1).values as unknown[];
  const row = figures?.getRow(2).values as unknown[];
  const cell = (name: string) => row[head.indexOf(name)];
  expect(cell('Chỉ tiêu')).toBe('Bệnh án điện tử');
  expect([cell('Tử số'), cell('Mẫu số')]).toEqual(shown);
  expect(cell('Giá trị')).toBeCloseTo((shown[0] ?? 0) / (shown[1] ?? 1), 12);
  expect(cell('Lần khóa cuối')).toBe(sequence);
  expect(places?.rowCount).toBe(35);
  const told = JSON.stringify(notes?.getSheetValues());
  expect(told).toContain('hết ngày 31/10/2026');
  expect(told).toContain('asOf=2026-10-31');

  const text = (await board.download('Tải CSV')).toString('utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text.split('\r\n')[1]).toContain(`,${shown[0]},${shown[1]},`);
});

test('[REQ-I05] without JavaScript the board is read, filtered and printed; no fault keeps anybody out', async ({
  as,
  browser,
  stateOf,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await stateOf('leadership'),
  });
  const board = await BoardPage.open(await context.newPage());
  await board.main().getByLabel('Nơi').selectOption('p34-01');
  await board.main().getByRole('button', { name: 'Xem', exact: true }).click();
  await expect(board.main()).toContainText('Hà Nội (34 tỉnh, thành phố)');
  await board.page.emulateMedia({ media: 'print' });
  await expect(board.main().getByLabel('Nơi')).toBeHidden();
  await expect(board.main().getByText(/^Hà Nội \(34 tỉnh, thành phố\), kỳ tháng/)).toBeVisible();
  await expect(board.page.getByText(/\/indicators/).first()).toBeVisible();
  await board.page.goto('/progress');
  await expect(board.table()).toBeVisible();
  await expect(board.main().getByRole('rowheader', { name: /F\d\d$/ })).toHaveCount(34);
  await context.close();
  const pages = [
    '/progress',
    '/indicators',
    '/indicators/T54',
    '/indicators/T54/facilities',
    '/indicators/targets',
  ];
  expect(await faultsOn(await as('leadership'), pages)).toEqual([]);
});

test('[REQ-I06] a report that is locked moves the open board by itself', async ({ as }) => {
  const owner = await as('indicator-owner');
  await owner.goto('/reporting?state=verified');
  const address = await owner
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) =>
      links
        .map((link) => link.getAttribute('href') ?? '')
        .find((href) => /^\/reporting\/[0-9a-f-]{36}/.test(href)),
    );
  expect(address, 'a verified report waits for its lock').toBeDefined();
  const review = await ReviewPage.open(owner, (address ?? '').replace(/\/review.*$/, ''));

  const board = await BoardPage.open(await as('leadership'));
  const before = await board.sequence();
  const strip = board.row('HIS').getByRole('img', { name: /kỳ này/i });
  const reported = await strip.getAttribute('aria-label');
  await review.make('Khóa số liệu');
  await expect(board.main().getByText(/Số liệu vừa cập nhật \d\d:\d\d/)).toBeVisible({ timeout: 5000 });
  expect(await board.sequence()).toBeGreaterThan(before);
  expect(await strip.getAttribute('aria-label')).not.toBe(reported);
});
