import { procedureTitle, slug } from './cosmetics';
import { handIn } from './cosmetics-hand-in';
import { expect, test } from './fixtures';
import { englishIn, vietnameseIn } from './language';
import { VerifyPage } from './pages/verify';

/** Pages anybody may open. */
const open = [
  '/',
  '/procedures',
  `/procedures/${slug}`,
  '/track',
  '/verify',
  '/progress',
  '/sign-in',
  '/accessibility',
  '/privacy',
];

test('[REQ-P01] the home page asks one question and leads to the procedure', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox', { name: 'Bạn cần làm thủ tục gì?' }).fill('cong bo my pham');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await page.getByRole('link', { name: procedureTitle }).click();
  await expect(page.getByRole('heading', { level: 1, name: procedureTitle })).toBeVisible();
});

test('[REQ-P02] a search finds the same with and without tone marks', async ({ page }) => {
  const found = async (words: string) => {
    await page.goto(`/procedures?search=${encodeURIComponent(words)}`);
    return page.getByRole('main').locator('a[href^="/procedures/"]').allInnerTexts();
  };
  const plain = await found('quang cao thuoc');
  expect(plain.length).toBeGreaterThan(0);
  expect(await found('quảng cáo thuốc')).toEqual(plain);
  expect(await found('không có thủ tục nào như thế')).toEqual([]);
  await expect(page.getByText('Không có thủ tục nào khớp.')).toBeVisible();
});

test('[REQ-P03] all twenty-five procedures open with limit, unit and legal basis', async ({ page }) => {
  await page.goto('/procedures');
  await expect(page.getByRole('heading', { name: '25 thủ tục' })).toBeVisible();
  const links = page.getByRole('main').locator('a[href^="/procedures/"]');
  const addresses = new Set(
    await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? '')),
  );
  expect(addresses.size).toBe(25);
  for (const address of addresses) {
    const answer = await page.request.get(address);
    expect(answer.status(), address).toBe(200);
    const text = await answer.text();
    for (const part of ['Thời hạn giải quyết', 'Đơn vị giải quyết', 'Căn cứ pháp lý']) {
      expect(text, address).toContain(part);
    }
  }
});

test('[REQ-P04] whoever has the code sees the stage and the dates, and no name', async ({ as, page }) => {
  const business = await as('business');
  const code = await handIn(business);
  await page.goto('/track');
  await page.getByLabel(/Mã hồ sơ in trên giấy/).fill(` ${code.toLowerCase()} `);
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  const answer = page.getByRole('region', { name: 'Kết quả tra cứu' });
  await expect(answer).toContainText('Mới đăng ký');
  await expect(answer).toContainText(procedureTitle);
  await expect(page.getByRole('main')).not.toContainText('An Phúc');
  await page.goto('/track?code=G18.01-20200101-0000000');
  await expect(page.getByText(/Không có hồ sơ nào mang mã/)).toBeVisible();
});

test('[REQ-P05] a paper or key that was never issued is called unknown', async ({ page }) => {
  const verify = await VerifyPage.open(page);
  await verify.drop(Buffer.from('%PDF-1.7 not ours'));
  await verify.expectVerdict('Không phải văn bản của chúng tôi');
  await page.goto('/verify');
  await page.getByLabel('Mã xác minh').fill('aaaaaaaaaaaaaaaaaaaaaa');
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
  await verify.expectVerdict('Không phải văn bản của chúng tôi');
});

test('[REQ-P06] in English no Vietnamese is left in the words of the portal', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  for (const address of open) {
    await page.goto(address);
    expect(await vietnameseIn(page), address).toEqual([]);
  }
});

test('[REQ-P07] in Vietnamese no English leaks into public pages', async ({ page }) => {
  for (const address of open) {
    await page.goto(address);
    expect(await englishIn(page), address).toEqual([]);
  }
});

test('[REQ-P08] an address without content says so in words and leads on', async ({ page }) => {
  const answer = await page.goto('/khong-co-trang-nay');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'Không tìm thấy trang' })).toBeVisible();
  await page.getByRole('link', { name: 'Xem danh mục thủ tục' }).click();
  await expect(page).toHaveURL(/\/procedures$/);
});
