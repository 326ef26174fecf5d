import { expect, type Locator, type Page } from '@playwright/test';

/** The first board of the indicators. */
export class BoardPage {
  constructor(readonly page: Page) {}

  static async open(page: Page, search = ''): Promise<BoardPage> {
    await page.goto(`/indicators${search}`);
    const board = new BoardPage(page);
    await expect(board.table()).toBeVisible();
    return board;
  }

  main(): Locator {
    return this.page.getByRole('main');
  }

  table(): Locator {
    return this.main().getByRole('table', { name: 'Chỉ tiêu so với mục tiêu' });
  }

  row(name: string): Locator {
    return this.table()
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name }) });
  }

  /** "1.128/1.650" */
  async partsOf(name: string): Promise<string> {
    const link = this.row(name).getByRole('link', { name: /xem các cơ sở/ });
    return /[\d.]+\/[\d.]+/.exec((await link.textContent()) ?? '')?.[0] ?? '';
  }

  /** The number of the last lock the figures know. */
  async sequence(): Promise<number> {
    const line = await this.main()
      .getByText(/Số liệu đến lần khóa thứ [\d.]+/)
      .textContent();
    return Number(/lần khóa thứ ([\d.]+)/.exec(line ?? '')?.[1]?.replaceAll('.', ''));
  }

  async download(name: 'Tải XLSX' | 'Tải CSV'): Promise<Buffer> {
    const link = this.main().getByRole('link', { name });
    const answer = await this.page.request.get((await link.getAttribute('href')) ?? '');
    expect(answer.status()).toBe(200);
    return answer.body();
  }
}
