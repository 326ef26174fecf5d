import { expect } from '@playwright/test';
import { slug } from './cosmetics';
import { handIn } from './cosmetics-hand-in';
import { test } from './fixtures';
import { DraftTasks, SectionPage } from './pages/draft';

test('[REQ-K01] the first stop of the keyboard leads past the menu', async ({ page }) => {
  await page.goto('/procedures');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Đến nội dung chính' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('[REQ-K02] a section is filled and sent with the keyboard alone', async ({ as }) => {
  const page = await as('business');
  const tasks = await DraftTasks.begin(page, slug);
  await tasks.open('Nhập khẩu');
  const form = new SectionPage(page, 'Nhập khẩu');
  const yes = form.group('Đơn vị công bố trực tiếp nhập khẩu').getByRole('radio').first();
  await yes.focus();
  await page.keyboard.press('Space');
  await expect(yes).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').getByRole('button', { name: 'Lưu và tiếp tục' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tasks.verifyOnPage();
  await expect(tasks.line('Nhập khẩu')).toContainText('Xong');
});

test('[REQ-K03] every stop of the keyboard can be seen', async ({ page }) => {
  await page.goto('/');
  for (let stop = 0; stop < 25; stop += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return true;
      const around = at.closest('.has-focus-visible\\:outline-3') ?? at;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(around);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    });
    expect(seen, `stop ${stop + 1}`).toBe(true);
  }
});

test('[REQ-K04] officers walk the list and open a dossier by keys, and may switch keys off', async ({
  as,
}) => {
  await handIn(await as('business'));
  const page = await as('one-stop');
  await page.goto('/dossiers?view=all');
  const marks = page.getByRole('table').getByRole('checkbox', { name: /^Chọn [^t]/ });
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(marks.nth(0)).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('j');
  await expect(marks.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(marks.nth(0)).toBeFocused();
  await page.keyboard.press('o');
  await expect(page).toHaveURL(/\/dossiers\/[^?]+$/);
  await page.goBack();
  await page.getByText(/^Phím tắt đang bật/).click();
  await page.keyboard.press('j');
  await expect(marks.nth(0)).not.toBeFocused();
});

test('[REQ-K05] the desk’s next move has a key', async ({ as }) => {
  const code = await handIn(await as('business'));
  const page = await as('one-stop');
  await page.goto(`/dossiers/${code}`);
  const accept = new RegExp(`/dossiers/${code}/accept$`);
  // Keys work once the page has its script; a person who presses too early presses again.
  await expect(async () => {
    await page.keyboard.press('n');
    await expect(page).toHaveURL(accept, { timeout: 2_000 });
  }).toPass();
});
