import { expect, type Locator, type Page } from '@playwright/test';

/** Moves of the workflow as the desk's buttons name them. */
export const moveName = {
  accept: 'Tiếp nhận',
  ask_before_intake: 'Yêu cầu bổ sung trước tiếp nhận',
  assign: 'Phân công',
  begin_review: 'Bắt đầu thẩm định',
  ask_supplement: 'Yêu cầu bổ sung',
  draft_result: 'Dự thảo kết quả',
  propose_refusal: 'Đề xuất không cấp',
  submit_for_sign: 'Trình ký',
  submit_refusal: 'Trình ký văn bản từ chối',
  check: 'Xác nhận đã kiểm tra',
  return_for_rework: 'Trả lại để sửa',
  sign: 'Ký số',
  issue: 'Cấp số, phát hành',
  issue_refusal: 'Cấp số, phát hành văn bản từ chối',
  return_result: 'Trả kết quả',
  accept_withdrawal: 'Chấp nhận cho rút',
  deny_withdrawal: 'Không chấp nhận cho rút',
} as const;
export type Move = keyof typeof moveName;

type Fill = (form: MovePage) => Promise<void>;

/** The officer's page of one dossier. */
export class DossierDesk {
  constructor(
    readonly page: Page,
    readonly code: string,
  ) {}

  static async open(page: Page, code: string): Promise<DossierDesk> {
    await page.goto(`/dossiers/${code}`);
    const desk = new DossierDesk(page, code);
    await desk.verifyOnPage();
    return desk;
  }

  async verifyOnPage(): Promise<void> {
    await expect(this.page).toHaveURL(new RegExp(`/dossiers/${this.code}(\\?|$)`));
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(this.page.getByText(this.code, { exact: true }).first()).toBeVisible();
  }

  async expectState(name: string): Promise<void> {
    await expect(
      this.page.getByRole('banner').or(this.page.locator('header')).getByText(name, { exact: true }).first(),
    ).toBeVisible();
  }

  moves(): Locator {
    return this.page.getByRole('region', { name: 'Việc tiếp theo' });
  }

  /** From the dossier to the move's own page. */
  async begin(move: Move): Promise<MovePage> {
    await this.moves().locator(`a[href$="/${move}"]`).click();
    const form = new MovePage(this.page, this.code, move);
    await form.verifyOnPage();
    return form;
  }

  /** The whole move: its page, what it asks for, and back at the dossier with the word that it is done. */
  async make(move: Move, fill: Fill = async () => {}): Promise<void> {
    const form = await this.begin(move);
    await fill(form);
    await form.confirm();
    await this.expectDone(move);
  }

  async expectDone(move: Move): Promise<void> {
    await expect(this.page).toHaveURL(new RegExp(`done=${move}`));
    await expect(this.page.getByRole('status').filter({ hasText: 'Đã ghi nhận' })).toBeVisible();
  }
}

/** One move on a page of its own: what it does, what it asks for, and its button. */
export class MovePage {
  constructor(
    readonly page: Page,
    private readonly code: string,
    private readonly move: Move,
  ) {}

  static async open(page: Page, code: string, move: Move): Promise<MovePage> {
    await page.goto(`/dossiers/${code}/${move}`);
    const form = new MovePage(page, code, move);
    await form.verifyOnPage();
    return form;
  }

  async verifyOnPage(): Promise<void> {
    await expect(this.page).toHaveURL(new RegExp(`/dossiers/${this.code}/${this.move}`));
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  main(): Locator {
    return this.page.getByRole('main');
  }

  async write(label: string | RegExp, text: string): Promise<void> {
    await this.main().getByLabel(label).fill(text);
  }

  async choose(label: string | RegExp): Promise<void> {
    await this.main().getByRole('radio', { name: label }).check();
  }

  async confirm(): Promise<void> {
    const name = this.move === 'sign' ? 'Ký số văn bản này' : moveName[this.move];
    await this.main().getByRole('button', { name, exact: true }).click();
  }
}
