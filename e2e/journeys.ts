import { expect, type Page } from '@playwright/test';
import { procedureTitle } from './cosmetics';
import { sectionsFor } from './cosmetics-form';
import { DossierDesk, type Move, type MovePage } from './pages/dossier-desk';
import { DraftTasks, PaymentPage } from './pages/draft';
import { letterAsPdf, photographedPage } from './papers';
import type { Account } from './people';

export type As = (account: Account | null) => Promise<Page>;

interface Step {
  account: Account;
  move: Move;
  fill?: (form: MovePage) => Promise<void>;
}

export const reviewerName = 'Vũ Thị Hồng Nhung';

/** Who does what until a granted result is issued, in order. */
const granted = [
  { account: 'one-stop', move: 'accept' },
  { account: 'dispatcher', move: 'assign', fill: (form) => form.choose(new RegExp(reviewerName)) },
  { account: 'reviewer', move: 'begin_review' },
  {
    account: 'reviewer',
    move: 'draft_result',
    fill: (form) => form.write(/^Nội dung/, 'Cấp số tiếp nhận theo hồ sơ công bố.'),
  },
  { account: 'reviewer', move: 'submit_for_sign' },
  { account: 'checker', move: 'check', fill: (form) => form.write(/^Ý kiến/, 'Đồng ý trình ký.') },
  { account: 'approver', move: 'sign' },
  { account: 'records', move: 'issue' },
] as const satisfies readonly Step[];

export type RouteMove = (typeof granted)[number]['move'];

/** Walks a dossier along the ordinary route: after one move, up to and with another. */
export async function advance(as: As, code: string, { after, to }: { after?: RouteMove; to: RouteMove }) {
  const place = (wanted: RouteMove) => granted.findIndex(({ move }) => move === wanted);
  const steps: readonly Step[] = granted.slice(after === undefined ? 0 : place(after) + 1, place(to) + 1);
  for (const { account, move, fill } of steps) await act(as, code, { account, move, ...(fill && { fill }) });
}

/** One move by one officer, in a browser of their own. */
export async function act(as: As, code: string, { account, move, fill }: Step): Promise<void> {
  const desk = await DossierDesk.open(await as(account), code);
  await desk.make(move, fill);
  await desk.page.close();
}

/** From the catalogue to a new draft, as somebody who has just read what is needed. */
export async function readAndBegin(page: Page): Promise<DraftTasks> {
  await page.goto('/procedures');
  await page.getByLabel('Tìm thủ tục').fill('my pham');
  await page.getByRole('button', { name: 'Lọc' }).click();
  await page.getByRole('link', { name: procedureTitle }).click();
  await expect(page.getByText('500.000').first()).toBeVisible();
  await expect(page.getByText('3 ngày làm việc').first()).toBeVisible();
  await page.getByRole('link', { name: 'Nộp hồ sơ trực tuyến' }).click();
  await expect(page).toHaveURL(/\/my\/start/);
  return DraftTasks.beginHere(page);
}

/** Every section, a paper as PDF and one as a photograph. */
export async function prepare(tasks: DraftTasks, product: string): Promise<void> {
  for (const section of sectionsFor(product, 'attached')) await tasks.fill(section);
  const letter = await letterAsPdf('giay-uy-quyen.pdf', ['Letter of authorisation', product]);
  await tasks.handIn('Giấy ủy quyền của nhà sản xuất hoặc chủ sở hữu', letter);
  const photo = await photographedPage('cfs-chup.jpg', ['CERTIFICATE OF FREE SALE', 'CFS-88', product]);
  await tasks.handIn('Giấy chứng nhận lưu hành tự do (CFS)', photo);
}

/** The bank refuses once; what was prepared is still there and the second attempt is paid. */
export async function payAtSecondTry(tasks: DraftTasks): Promise<void> {
  const { page } = tasks;
  await tasks.open(/500\.000/);
  await page
    .getByRole('main')
    .getByRole('button', { name: /500\.000/ })
    .click();
  const platform = new PaymentPage(page);
  await platform.expectAmount('500.000 ₫');
  await platform.decline();
  await expect(page.getByRole('status').filter({ hasText: /không thành công/ })).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('button', { name: /500\.000/ })
    .click();
  await platform.pay();
  await expect(page.getByText('Đã nộp').first()).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Tiếp tục' }).last().click();
  await tasks.verifyOnPage();
}

/** The answers are read again, declared true and sent; answers the dossier's code. */
export async function checkAndSubmit(tasks: DraftTasks, product: string): Promise<string> {
  const { page } = tasks;
  await tasks.open('Xem lại và gửi');
  await expect(page).toHaveURL(/\/check$/);
  await expect(page.getByText(product).first()).toBeVisible();
  await page.getByRole('checkbox', { name: /Tôi cam đoan/ }).check();
  await page.getByRole('main').getByRole('button', { name: 'Gửi hồ sơ' }).click();
  await expect(page).toHaveURL(/\/submitted$/);
  return new URL(page.url()).pathname.split('/').at(-2) ?? '';
}
