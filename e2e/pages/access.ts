import { expect, type Page } from '@playwright/test';
import type { Account } from '../people';

interface NewGrant {
  role: string;
  unit: string;
  reason: string;
}

/** One account, as those who look after accounts see it. */
export class AccountPage {
  constructor(
    readonly page: Page,
    readonly id: string,
  ) {}

  static async open(page: Page, account: Account): Promise<AccountPage> {
    await page.goto('/access');
    await page.getByRole('main').getByLabel('Tên hoặc tên tài khoản').fill(account);
    await page.getByRole('main').getByRole('button', { name: 'Tìm' }).click();
    const row = page.getByRole('row').filter({ has: page.getByText(account, { exact: true }) });
    await row.getByRole('link').first().click();
    await expect(page).toHaveURL(/\/access\/accounts\/[^/]+$/);
    const opened = new AccountPage(page, new URL(page.url()).pathname.split('/').at(-1) ?? '');
    await opened.verifyOnPage();
    return opened;
  }

  async verifyOnPage(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Phiên đang mở' })).toBeVisible();
  }

  async grant(grant: NewGrant): Promise<void> {
    await this.page.getByRole('link', { name: 'Cấp vai trò' }).click();
    await expect(this.page).toHaveURL(/\/grant$/);
    await this.fillGrant(grant);
    await expect(this.page.getByRole('status').filter({ hasText: 'Đã cấp vai trò.' })).toBeVisible();
  }

  async fillGrant({ role, unit, reason }: NewGrant): Promise<void> {
    const main = this.page.getByRole('main');
    await main.getByLabel('Vai trò', { exact: true }).selectOption({ label: role });
    await main.getByLabel(/^Đơn vị/).selectOption({ label: unit });
    await main.getByLabel('Lý do, căn cứ').fill(reason);
    await main.getByRole('button', { name: 'Cấp vai trò' }).click();
  }

  async revoke(role: string, reason: string): Promise<void> {
    await this.page.getByRole('link', { name: `Thu hồi ${role}` }).click();
    await this.page.getByLabel('Lý do, căn cứ').fill(reason);
    await this.page.getByRole('main').getByRole('button', { name: 'Thu hồi vai trò' }).click();
    await expect(this.page.getByRole('status').filter({ hasText: 'Đã thu hồi vai trò.' })).toBeVisible();
  }

  async endEverySession(): Promise<void> {
    const open = this.page.getByRole('table', { name: 'Các phiên đang mở' }).locator('tbody tr');
    await expect(open).not.toHaveCount(0);
    // The line is waited for and not its button, which changes its words while the act is on its way.
    for (let left = await open.count(); left > 0; left -= 1) {
      await open.first().getByRole('button', { name: 'Kết thúc phiên' }).click();
      await expect(open).toHaveCount(left - 1);
    }
  }
}

/** One's own roles, tokens and mandates. */
export class OwnAccess {
  constructor(readonly page: Page) {}

  static async open(page: Page): Promise<OwnAccess> {
    await page.goto('/access/mine');
    const own = new OwnAccess(page);
    await own.verifyOnPage();
    return own;
  }

  async verifyOnPage(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Quyền của tôi' })).toBeVisible();
  }

  /** Answers the token, which no page shows a second time. */
  async makeToken(name: string): Promise<string> {
    await this.page.getByRole('link', { name: 'Tạo mã truy cập' }).click();
    await this.page.getByLabel('Tên mã').fill(name);
    await this.page.getByRole('checkbox', { name: 'Đọc' }).check();
    await this.page.getByRole('main').getByRole('button', { name: 'Tạo mã' }).click();
    return this.page.getByRole('status').locator('code').innerText();
  }

  async takeBack(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Thu hồi mã ${name}` }).click();
    await expect(this.page.getByRole('status').filter({ hasText: 'Đã thu hồi mã truy cập.' })).toBeVisible();
  }

  /** Lends the only role to the colleague who reviews; answers that person's name. */
  async delegate({ document, until }: { document: string; until: string }): Promise<string> {
    await this.page.getByRole('link', { name: 'Ủy quyền cho đồng nghiệp' }).click();
    const main = this.page.getByRole('main');
    const colleague = main.getByRole('option', { name: /Chuyên viên thụ lý/ });
    const words = (await colleague.innerText()).trim();
    await main.getByLabel('Người được ủy quyền').selectOption({ label: words });
    await main.getByLabel('Số văn bản ủy quyền').fill(document);
    await main.getByLabel('Đến hết ngày').fill(until);
    await main.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
    await expect(this.page.getByRole('status').filter({ hasText: 'Đã ủy quyền.' })).toBeVisible();
    return words.split(',')[0] ?? '';
  }

  async endDelegation(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Kết thúc ủy quyền cho ${name}` }).click();
    await expect(this.page.getByRole('status').filter({ hasText: 'Đã kết thúc ủy quyền.' })).toBeVisible();
  }
}
