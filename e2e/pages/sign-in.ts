import { expect, type Page } from '@playwright/test';
import { type Account, isOfficer } from '../people';

/** Through the real page and the real issuer; the demonstration issuer asks no password. */
export async function signIn(page: Page, account: Account, callbackUrl?: string): Promise<void> {
  await page.goto(
    callbackUrl === undefined ? '/sign-in' : `/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`,
  );
  await new SignInPage(page).verifyOnPage();
  await new SignInPage(page).goOn(account);
}

export class SignInPage {
  constructor(private readonly page: Page) {}

  async verifyOnPage(): Promise<void> {
    await expect(this.page).toHaveURL(/\/sign-in/);
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  /** From here through the issuer's list of people and back to the portal. */
  async goOn(account: Account): Promise<void> {
    const issuer = isOfficer(account) ? 'Đăng nhập bằng tài khoản Bộ Y tế' : 'Đăng nhập bằng VNeID';
    await this.page.getByRole('main').getByRole('button', { name: issuer }).click();
    await new IssuerPage(this.page).pick(account);
  }
}

export class IssuerPage {
  constructor(private readonly page: Page) {}

  async verifyOnPage(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Chọn người đăng nhập' })).toBeVisible();
  }

  async pick(account: Account): Promise<void> {
    await this.verifyOnPage();
    if (account.endsWith('-attp')) await this.page.getByText(/^Các đơn vị khác của Bộ/).click();
    await this.page
      .getByRole('button')
      .filter({ has: this.page.getByText(account, { exact: true }) })
      .click();
    await expect(this.page).not.toHaveURL(/\/interaction\/|\/sign-in/);
  }
}
