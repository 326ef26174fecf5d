import type { Page } from '@playwright/test';
import { newProduct, slug } from './cosmetics';
import { handIn, keepDraft } from './cosmetics-hand-in';
import { expect, test } from './fixtures';
import { DraftTasks } from './pages/draft';

/** Pages of which some part is wider than the window; a table may scroll within its own frame. */
async function tooWide(page: Page, addresses: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) found.push(`${address} +${over}px`);
  }
  return found;
}

test('[REQ-M01] no public page scrolls sideways on a phone', async ({ page }) => {
  const pages = [
    '/',
    '/procedures',
    `/procedures/${slug}`,
    '/track',
    '/verify',
    '/progress',
    '/answers',
    '/sign-in',
  ];
  expect(await tooWide(page, [...pages, '/accessibility', '/privacy', '/khong-co-trang-nay'])).toEqual([]);
});

test('[REQ-M02] no applicant page scrolls sideways on a phone, long names included', async ({ as }) => {
  const page = await as('business');
  const long = `${'Kem dưỡng ẩm chống nắng phục hồi chuyên sâu '.repeat(4)}${'X'.repeat(48)}`;
  const draft = await keepDraft(page, long);
  const code = await handIn(page, long);
  const home = `/my/dossiers/${draft}`;
  const sections = ['organisation', 'product', 'manufacture', 'documents', 'ingredients', 'importer'];
  const addresses = [
    '/my',
    '/my/wallet',
    '/my/messages',
    '/my/organisation',
    `/my/start?procedure=${slug}`,
    home,
    ...sections.map((section) => `${home}/sections/${section}`),
    `${home}/papers/authorisation-letter`,
    `${home}/fee`,
    `${home}/check`,
    `${home}/cancel`,
    `/my/dossiers/${code}`,
    `/my/dossiers/${code}/submitted`,
    `/my/dossiers/${code}/withdraw`,
  ];
  expect(await tooWide(page, addresses)).toEqual([]);
});

test('[REQ-M05] reports, facilities and boards do not scroll sideways on a phone', async ({ as }) => {
  const facility = await as('facility');
  await facility.goto('/reporting');
  const report = await facility.getByRole('link', { name: /^Tháng 10\/2026/ }).getAttribute('href');
  expect(await tooWide(facility, ['/today', '/reporting', report ?? '', '/facilities'])).toEqual([]);
  const boards = ['', '/T54', '/T54/facilities', '/targets', '/index766'].map((part) => `/indicators${part}`);
  expect(await tooWide(await as('leadership'), [...boards, '/registers', '/facilities/places'])).toEqual([]);
});

test('[REQ-M03] on a phone the menu opens by touch and a paper can be photographed', async ({ as }) => {
  const page = await as('business');
  await page.goto('/my');
  await page.getByText('Mục lục').tap();
  await page.getByRole('link', { name: 'Kho giấy tờ' }).tap();
  await expect(page).toHaveURL(/\/my\/wallet$/);
  const tasks = await DraftTasks.begin(page, slug);
  await tasks.open('Giấy ủy quyền của nhà sản xuất hoặc chủ sở hữu');
  await expect(page.getByLabel('Chụp bằng điện thoại')).toHaveAttribute('capture', 'environment');
});

test('[REQ-M04] what is touched is large enough for a finger', async ({ as }) => {
  const page = await as('business');
  const home = `/my/dossiers/${await keepDraft(page, newProduct())}`;
  for (const address of [home, `${home}/sections/product`, `${home}/check`]) {
    await page.goto(address);
    const small = await page
      .getByRole('main')
      .locator('button:visible, input:visible:not([type=hidden]), select:visible')
      .evaluateAll((controls) =>
        controls
          .map((control) => ({ box: control.getBoundingClientRect(), html: control.outerHTML.slice(0, 80) }))
          .filter(({ box }) => box.width > 1 && (box.height < 24 || box.width < 24))
          .map(({ html }) => html),
      );
    expect(small, address).toEqual([]);
  }
});
