import { newProduct, slug } from './cosmetics';
import { keepDraft } from './cosmetics-hand-in';
import { expect, test } from './fixtures';
import { DraftTasks, PaymentPage, SectionPage } from './pages/draft';
import { SignInPage, signIn } from './pages/sign-in';

test('[REQ-B01] a double press hands in one dossier', async ({ as }) => {
  const page = await as('business');
  const product = newProduct();
  const code = await keepDraft(page, product);
  await page.goto(`/my/dossiers/${code}/check`);
  await page.getByRole('checkbox', { name: /Tôi cam đoan/ }).check();
  await page.getByRole('main').getByRole('button', { name: 'Gửi hồ sơ' }).dblclick();
  await expect(page).toHaveURL(/\/submitted$/);
  const answer = await page.request.get('/api/v1/dossiers?limit=100', {
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  const { items } = (await answer.json()) as { items: { code: string; state: string }[] };
  const submitted = new URL(page.url()).pathname.split('/').at(-2);
  expect(items.filter((item) => item.code === submitted)).toHaveLength(1);
  await page.goto('/my');
  await expect(page.getByRole('main').getByText(product)).toHaveCount(1);
});

test('[REQ-B02] a sign-in that ends while typing loses nothing that was kept', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, 'business-member');
  const tasks = await DraftTasks.begin(page, slug);
  const product = newProduct();
  await tasks.open('Sản phẩm');
  const form = new SectionPage(page, 'Sản phẩm');
  await form.field('Tên sản phẩm').fill(product);
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
  const elsewhere = await context.newPage();
  await elsewhere.goto('/sign-out');
  await elsewhere.getByRole('main').getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(elsewhere.getByRole('heading', { name: 'Bạn đã đăng xuất' })).toBeVisible();
  await elsewhere.close();
  await form.field('Nhãn hàng').fill('An Phúc');
  await expect(page.getByText(/^Phiên đã hết/)).toBeVisible();
  const [gate] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Đăng nhập ở thẻ mới' }).click(),
  ]);
  await new SignInPage(gate).verifyOnPage();
  await new SignInPage(gate).goOn('business-member');
  await gate.close();
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(form.field('Tên sản phẩm')).toHaveValue(product);
  await expect(form.field('Nhãn hàng')).toHaveValue('An Phúc');
  await context.close();
});

test('[REQ-B03] the portal says whether it lives and whether it can work', async ({ request }) => {
  const live = await request.get('/api/health/live');
  expect(live.status()).toBe(200);
  const ready = await request.get('/api/health/ready');
  expect(ready.status(), await ready.text()).toBe(200);
});

test('[REQ-B04] pressing pay twice makes one bill', async ({ as }) => {
  const page = await as('business');
  const tasks = await DraftTasks.begin(page, slug);
  const { code } = tasks;
  await tasks.open(/500\.000/);
  await page
    .getByRole('main')
    .getByRole('button', { name: /500\.000/ })
    .click();
  await new PaymentPage(page).verifyOnPage();
  const first = page.url();
  await page.goto(`/my/dossiers/${code}/fee`);
  await page
    .getByRole('main')
    .getByRole('button', { name: /500\.000/ })
    .click();
  await new PaymentPage(page).verifyOnPage();
  expect(page.url()).toBe(first);
});
