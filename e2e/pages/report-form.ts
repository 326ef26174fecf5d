import { expect, type Locator, type Page } from '@playwright/test';

/** The form of one facility and period. */
export class ReportForm {
  constructor(readonly page: Page) {}

  /** From the facility's own desk; a period without a report is begun there. */
  static async open(page: Page, period: string): Promise<ReportForm> {
    await page.goto('/reporting');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const row = page.getByRole('main').getByRole('row').filter({ hasText: period });
    const link = row.getByRole('link', { name: period });
    const begin = row.getByRole('button', { name: 'Bắt đầu' });
    await expect(link.or(begin)).toBeVisible();
    await link.or(begin).click();
    const form = new ReportForm(page);
    await form.verifyOnPage(period);
    return form;
  }

  static async at(page: Page, address: string): Promise<ReportForm> {
    await page.goto(address);
    const form = new ReportForm(page);
    await form.verifyOnPage();
    return form;
  }

  async verifyOnPage(period = ''): Promise<void> {
    await expect(this.page).toHaveURL(/\/reporting\/[0-9a-f-]{36}/);
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(period.toLowerCase());
  }

  address(): string {
    return new URL(this.page.url()).pathname;
  }

  main(): Locator {
    return this.page.getByRole('main');
  }

  cell(code: string): Locator {
    return this.page.locator(`#field-${code}`);
  }

  row(code: string): Locator {
    return this.page.locator(`#row-${code}`);
  }

  /** Types and leaves the cell, as somebody does who goes on to the next. */
  async type(code: string, text: string): Promise<void> {
    await this.cell(code).fill(text);
    await this.cell(code).press('Enter');
  }

  async enter(code: string, text: string): Promise<void> {
    await this.type(code, text);
    await this.expectSaved(code);
  }

  /** A busy machine may take its time to answer. */
  async expectSaved(code: string): Promise<void> {
    await expect(this.row(code).getByText(/^Đã lưu \d\d:\d\d$/)).toBeVisible({ timeout: 60_000 });
  }

  async handIn(): Promise<void> {
    await this.main().getByRole('button', { name: 'Nộp báo cáo' }).click();
  }

  async expectState(name: string): Promise<void> {
    await expect(this.main().locator('header').getByText(name, { exact: true })).toBeVisible();
  }
}

/** Where a report is judged. */
export class ReviewPage {
  constructor(readonly page: Page) {}

  static async open(page: Page, address: string): Promise<ReviewPage> {
    await page.goto(`${address}/review`);
    const review = new ReviewPage(page);
    await expect(page.getByRole('heading', { level: 2, name: 'Quyết định' })).toBeVisible();
    return review;
  }

  main(): Locator {
    return this.page.getByRole('main');
  }

  async remark(element: string, text: string): Promise<void> {
    const field = this.main().getByRole('textbox', { name: `Góp ý ở ${element}` });
    const rest = this.main().getByText(/ô còn lại$/);
    const at = this.main().getByText(`Góp ý ở ${element}`, { exact: true }).first();
    if (!(await at.isVisible())) await rest.click();
    if (!(await field.isVisible())) await at.click();
    await field.fill(text);
  }

  async make(move: 'Xác minh' | 'Khóa số liệu' | 'Trả lại để sửa' | 'Mở lại để sửa', reason?: string) {
    if (reason !== undefined)
      await this.main()
        .getByLabel(/^Vì sao/)
        .fill(reason);
    await this.main().getByRole('button', { name: move, exact: true }).click();
    await expect(this.page).toHaveURL(/\?done=/);
  }
}
