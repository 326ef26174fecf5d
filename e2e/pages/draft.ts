import { expect, type Locator, type Page } from '@playwright/test';
import type { GivenFile } from '../papers';

/** What one section of the form is told: words by label, choices by question and answer. */
export interface SectionInput {
  title: string;
  text?: Readonly<Record<string, string>>;
  choices?: readonly (readonly [question: string, answer: string])[];
  selects?: Readonly<Record<string, string>>;
  ticks?: readonly string[];
  /** Lines of the section's list, label by label. */
  rows?: readonly Readonly<Record<string, string>>[];
}

/** The list of what a draft still asks for. */
export class DraftTasks {
  constructor(readonly page: Page) {}

  static async begin(page: Page, slug: string): Promise<DraftTasks> {
    await page.goto(`/my/start?procedure=${slug}`);
    return DraftTasks.beginHere(page);
  }

  /** On the page that says who applies for what. */
  static async beginHere(page: Page): Promise<DraftTasks> {
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Mở (hồ sơ|thêm)/ })
      .click();
    const tasks = new DraftTasks(page);
    await tasks.verifyOnPage();
    return tasks;
  }

  async verifyOnPage(): Promise<void> {
    await expect(this.page).toHaveURL(/\/my\/dossiers\/[^/]+(\?.*)?$/);
    await expect(this.page.getByRole('heading', { level: 1, name: 'Chuẩn bị hồ sơ' })).toBeVisible();
  }

  get code(): string {
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }

  line(title: string | RegExp): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByText(title) });
  }

  async open(title: string | RegExp): Promise<void> {
    await this.page.getByRole('main').getByRole('link', { name: title }).click();
  }

  async fill(section: SectionInput): Promise<void> {
    await this.open(section.title);
    const form = new SectionPage(this.page, section.title);
    await form.verifyOnPage();
    await form.fill(section);
    await form.save();
    await this.verifyOnPage();
  }

  async handIn(title: string, file: GivenFile): Promise<void> {
    await this.open(title);
    const paper = new PaperPage(this.page, title);
    await paper.verifyOnPage();
    await paper.upload(file);
    await paper.goOn();
    await this.verifyOnPage();
  }
}

export class SectionPage {
  constructor(
    readonly page: Page,
    private readonly title: string,
  ) {}

  async verifyOnPage(): Promise<void> {
    await expect(this.page).toHaveURL(/\/sections\//);
    await expect(this.page.getByRole('heading', { level: 1, name: this.title })).toBeVisible();
  }

  field(label: string | RegExp): Locator {
    return this.page.getByRole('main').getByLabel(label);
  }

  group(question: string): Locator {
    return this.page.getByRole('group', { name: question });
  }

  async fill({ text = {}, selects = {}, choices = [], ticks = [], rows = [] }: SectionInput): Promise<void> {
    for (const [question, answer] of choices) {
      await this.group(question).getByRole('radio', { name: answer, exact: true }).check();
    }
    for (const label of ticks) await this.page.getByRole('checkbox', { name: label }).check();
    await this.askForDependents([...Object.keys(selects), ...Object.keys(text)]);
    for (const [label, value] of Object.entries(selects)) await this.field(label).selectOption(value);
    for (const [label, value] of Object.entries(text)) await this.field(label).fill(value);
    for (const [index, row] of rows.entries()) await this.fillRow(index, row);
  }

  /** Questions that depend on a choice come with the next autosave; without a script, with the next sending. */
  private async askForDependents(labels: readonly string[]): Promise<void> {
    if (await this.page.evaluate(() => !matchMedia('(scripting: none)').matches)) return;
    const missing = await Promise.all(labels.map(async (label) => (await this.field(label).count()) === 0));
    if (missing.includes(true)) await this.save();
  }

  private async fillRow(index: number, row: Readonly<Record<string, string>>): Promise<void> {
    const lines = this.page.getByRole('group').getByRole('listitem');
    if ((await lines.count()) <= index) {
      await this.page.getByRole('button', { name: /^Thêm dòng/ }).click();
      await expect(lines).toHaveCount(index + 1);
    }
    for (const [label, value] of Object.entries(row)) await lines.nth(index).getByLabel(label).fill(value);
  }

  async save(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  }

  summary(): Locator {
    return this.page.getByRole('main').getByRole('alert');
  }
}

export class PaperPage {
  constructor(
    readonly page: Page,
    private readonly title: string,
  ) {}

  async verifyOnPage(): Promise<void> {
    await expect(this.page).toHaveURL(/\/papers\//);
    await expect(this.page.getByRole('heading', { level: 1, name: this.title })).toBeVisible();
  }

  async upload(file: GivenFile): Promise<void> {
    await this.send(file);
    await expect(this.page.getByRole('link', { name: file.name })).toBeVisible();
  }

  async send(file: GivenFile): Promise<void> {
    const form = this.page
      .locator('form[enctype="multipart/form-data"]')
      .filter({ has: this.page.locator('input[name="file"]') });
    await form.locator('input[name="file"]').setInputFiles(file);
    await form.getByRole('button', { name: 'Tải lên' }).click();
  }

  async goOn(): Promise<void> {
    await this.page.getByRole('main').getByRole('link', { name: 'Tiếp tục' }).last().click();
  }
}

/** The simulated payment platform, on an address of its own. */
export class PaymentPage {
  constructor(private readonly page: Page) {}

  async verifyOnPage(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Nộp phí, lệ phí' })).toBeVisible();
  }

  async expectAmount(written: string): Promise<void> {
    await expect(this.page.getByText(written)).toBeVisible();
  }

  async pay(): Promise<void> {
    await this.verifyOnPage();
    await this.page.getByRole('button', { name: 'Thanh toán', exact: true }).click();
    await expect(this.page).toHaveURL(/\/fee$/);
  }

  async decline(): Promise<void> {
    await this.verifyOnPage();
    await this.page.getByRole('button', { name: 'Ngân hàng từ chối' }).click();
    await expect(this.page).toHaveURL(/\/fee$/);
  }
}
