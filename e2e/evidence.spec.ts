import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** The sample hospital's report of a month; its list names periods in words. */
async function openReport(page: Page, period: string): Promise<string> {
  await page.goto('/reporting');
  await page.getByRole('main').getByRole('link', { name: period }).first().click();
  await page.waitForURL(/\/reporting\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

interface Paper {
  number: string;
  date: string;
  bytes: Buffer;
}

async function readPaper(page: Page, line: Locator): Promise<Paper> {
  const link = line.getByRole('link', { name: /^Văn bản số / });
  const [, number = '', date = ''] = /^Văn bản số (.+), ngày (.+)$/.exec(await link.innerText()) ?? [];
  const href = (await link.getAttribute('href')) ?? '';
  const answer = await page.request.get(href.replace('?inline', ''));
  expect(answer.status()).toBe(200);
  return { number, date, bytes: await answer.body() };
}

/** Hands a file in for E16 and waits for the page that says what became of it. */
async function offer(page: Page, evidence: string, { number, date, bytes }: Paper): Promise<Locator> {
  await page.goto(evidence);
  const slot = page.locator('#evidence-E16');
  await slot.getByText('Nộp minh chứng', { exact: true }).first().click();
  await slot.getByLabel('Số, ký hiệu văn bản').fill(number);
  await slot.getByLabel('Ngày ban hành').fill(date);
  await slot
    .locator('input[type=file]')
    .setInputFiles({ name: 'quyet-dinh.pdf', mimeType: 'application/pdf', buffer: bytes });
  await slot.getByRole('button', { name: 'Nộp minh chứng' }).click();
  await page.waitForURL(/(offered|refused)=E16/);
  return slot;
}

const ladderOf = (page: Page) =>
  page.getByRole('region', { name: 'Bậc thang bệnh án điện tử' }).getByRole('listitem');

test('[REQ-E05] a claim is proven by one accepted document; what proves nothing is refused with its reason', async ({
  as,
}) => {
  const facility = await as('facility');
  const report = await openReport(facility, 'Tháng 10/2026');
  const evidence = `${report}/evidence`;
  await facility.goto(evidence);
  const accepted = facility.locator('#evidence-E16 li').filter({ hasText: 'Đã chấp nhận' });
  const paper = await readPaper(facility, accepted);

  await test.step('a claim whose document is taken back is a claim, and says what is missing', async () => {
    await accepted.getByText('Rút minh chứng', { exact: true }).first().click();
    await accepted.getByRole('button', { name: 'Rút minh chứng' }).click();
    await expect(facility.locator('#evidence-E16 li').first()).toContainText('Đã rút');
    await facility.goto(report);
    const rung = ladderOf(facility).filter({ hasText: 'Thay bệnh án giấy' });
    await expect(rung).toContainText('Đã khai, thiếu văn bản công bố');
    await expect(rung.getByRole('img', { name: 'Đã khai, chưa chứng minh' })).toBeVisible();
  });

  await test.step('an unsigned scan, a later date and another hospital’s document prove nothing', async () => {
    const scan = Buffer.from(`%PDF-1.4\n% bản quét ${Date.now()}\n%%EOF\n`);
    const unsigned = await offer(facility, evidence, { ...paper, bytes: scan });
    await expect(unsigned).toContainText('Bản quét không ký số không chứng minh được khai báo');
    await expect(unsigned.getByLabel('Số, ký hiệu văn bản')).toHaveValue(paper.number);
    const late = await offer(facility, evidence, { ...paper, date: '15/11/2026' });
    await expect(late).toContainText('sau ngày cuối kỳ báo cáo');

    const department = await as('doh-editor');
    await department.goto('/reporting?period=202610');
    const another = /mẫu số (?!1 )\d+/;
    await department.getByRole('main').getByRole('link', { name: another }).first().click();
    await department.waitForURL(/\/reporting\/[0-9a-f-]{36}/);
    const foreign = new URL(department.url()).pathname.split('/').slice(0, 3).join('/');
    const other = await offer(department, `${foreign}/evidence`, paper);
    await expect(other).toContainText('không phải của cơ sở này hay đơn vị quản lý');
  });

  await test.step('the right document is taken once', async () => {
    const taken = await offer(facility, evidence, paper);
    await expect(taken).toContainText('Đã nhận tệp');
    await expect(taken.locator('li').first()).toContainText('Chờ chấp nhận');
    const twice = await offer(facility, evidence, paper);
    await expect(twice).toContainText('đã được nộp cho một khai báo khác');
  });

  await test.step('the department accepts, and the step is proven', async () => {
    const leader = await as('doh-leader');
    await leader.goto(evidence);
    await leader.getByRole('button', { name: /^Chấp nhận minh chứng/ }).click();
    await expect(leader.locator('#evidence-E16 li').first()).toContainText('Đã chấp nhận');
    await facility.goto(report);
    const rung = ladderOf(facility).filter({ hasText: 'Thay bệnh án giấy' });
    await expect(rung).toContainText(`Đã chứng minh, văn bản ngày ${paper.date}`);
  });
});

const exported = '/reporting/export?format=csv&period=202611&form=hospital-month';

async function check(page: Page, text: string): Promise<void> {
  await page.goto('/reporting/import');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'bao-cao.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kiểm tra tệp trước khi ghi' })).toBeVisible();
}

test('[REQ-E06] a file is exported, changed, tried, written once, and its cells name it as their source', async ({
  as,
}) => {
  const page = await as('doh-editor');
  const original = await (await page.request.get(exported)).text();
  const lines = original.trimEnd().split('\r\n');
  const cells = lines.map((line) => line.split(','));
  const [code = '', name = ''] = cells.at(-1) ?? [];
  const rowOf = (part: string) => cells.findIndex(([facility, , , one]) => facility === code && one === part);
  const value = String(1000 + (Date.now() % 100_000));
  const change = (part: string, to: string) => {
    const row = rowOf(part);
    lines[row] = (cells[row] ?? []).map((cell, at) => (at === 5 ? to : cell)).join(',');
  };

  await test.step('untouched it changes nothing', async () => {
    await check(page, original);
    await expect(page.getByText('Tệp không có gì khác với số liệu đang có.')).toBeVisible();
  });

  change('E33', value);
  change('E18', 'nhiều');
  await test.step('the dry run shows the change and the fault, row by row', async () => {
    await check(page, lines.join('\r\n'));
    const fault = page.getByRole('row').filter({ hasText: 'nhiều' });
    await expect(fault).toContainText(String(rowOf('E18') + 1));
    await expect(fault).toContainText('gia_tri');
    await expect(fault).toContainText('Ghi số, ví dụ 12,5');
    await expect(page.getByRole('row').filter({ hasText: value })).toContainText('E33');
  });

  await test.step('what is right is written', async () => {
    await page.getByRole('button', { name: 'Ghi 1 ô' }).click();
    await expect(page.getByText('Đã ghi 1 ô')).toBeVisible();
    await check(page, lines.join('\r\n'));
    await expect(page.getByRole('button', { name: /^Ghi / })).toHaveCount(0);
  });

  await test.step('the history of the cell names the file', async () => {
    await page.goto(`/reporting?period=202611&search=${encodeURIComponent(name)}`);
    await page.getByRole('main').getByRole('link', { name }).first().click();
    await page.waitForURL(/\/reporting\/[0-9a-f-]{36}/);
    await page.goto(`${new URL(page.url()).pathname}/cells/E33`);
    const newest = page.getByRole('row').nth(1);
    await expect(newest).toContainText('từ tệp');
  });
});
