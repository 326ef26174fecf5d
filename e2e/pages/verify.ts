import { expect, type Page } from '@playwright/test';

/** Where anybody asks whether a paper is ours. */
export class VerifyPage {
  constructor(readonly page: Page) {}

  static async open(page: Page): Promise<VerifyPage> {
    await page.goto('/verify');
    const verify = new VerifyPage(page);
    await verify.verifyOnPage();
    return verify;
  }

  async verifyOnPage(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Kết quả này có thật không?' })).toBeVisible();
  }

  /** Gives the file; without a script the form has a button of its own. */
  async drop(buffer: Buffer): Promise<void> {
    const scriptless = await this.page.evaluate(() => matchMedia('(scripting: none)').matches);
    const file = this.page.locator('input[type="file"]');
    await file.setInputFiles({ name: 'ket-qua.pdf', mimeType: 'application/pdf', buffer });
    if (scriptless) await this.page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  }

  async expectVerdict(words: string): Promise<void> {
    await expect(this.page.getByRole('region', { name: 'Kết luận' })).toContainText(words);
  }
}
