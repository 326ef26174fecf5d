import { expect, type Page } from '@playwright/test';
import { downloaded } from '../issued-paper';

/** The applicant's page of a dossier that was handed in. */
export class MyDossier {
  constructor(
    readonly page: Page,
    readonly code: string,
  ) {}

  static async open(page: Page, code: string): Promise<MyDossier> {
    await page.goto(`/my/dossiers/${code}`);
    const dossier = new MyDossier(page, code);
    await dossier.verifyOnPage();
    return dossier;
  }

  async verifyOnPage(): Promise<void> {
    await expect(this.page.getByRole('main').getByText(this.code, { exact: true }).first()).toBeVisible();
    await expect(this.page.getByRole('heading', { name: 'Diễn biến' })).toBeVisible();
  }

  async expectState(words: string | RegExp): Promise<void> {
    await expect(this.page.getByText(words).first()).toBeVisible();
  }

  /** `due` as dd/MM/yyyy, the way the acceptance paper writes it. */
  async expectDue(due: string): Promise<void> {
    await expect(this.page.getByText(due).first()).toBeVisible();
  }

  async expectDaysExplained(due: string): Promise<void> {
    await this.page.getByText('Cách tính ngày', { exact: true }).click();
    await this.page.getByText('Xem từng ngày').click();
    const last = this.page.getByRole('row', { name: new RegExp(`^${due}`) });
    await expect(last).toContainText('hạn trả kết quả');
  }

  async downloadResult(): Promise<Buffer> {
    return downloaded(this.page, this.page.getByRole('link', { name: 'Tải kết quả (PDF)' }));
  }
}
