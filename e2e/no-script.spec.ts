import { newProduct, slug } from './cosmetics';
import { keepDraft } from './cosmetics-hand-in';
import { expect, test } from './fixtures';
import { checkAndSubmit, payAtSecondTry, prepare, readAndBegin } from './journeys';
import { DraftTasks, PaperPage, SectionPage } from './pages/draft';
import { VerifyPage } from './pages/verify';
import { sha256Of } from './papers';

test('[REQ-N01] without JavaScript a business fills, uploads, pays and submits', async ({ as }) => {
  test.setTimeout(120_000);
  const product = newProduct();
  const page = await as('business');
  const tasks = await readAndBegin(page);
  await prepare(tasks, product);
  await payAtSecondTry(tasks);
  const code = await checkAndSubmit(tasks, product);
  await expect(page.getByRole('main').getByText(code, { exact: true })).toBeVisible();
});

test('[REQ-N02] without JavaScript wrong answers are named and kept', async ({ as }) => {
  const page = await as('business');
  const tasks = await DraftTasks.begin(page, slug);
  await tasks.open('Tổ chức, cá nhân chịu trách nhiệm');
  const form = new SectionPage(page, 'Tổ chức, cá nhân chịu trách nhiệm');
  await form.field('Điện thoại liên hệ').fill('12');
  await form.save();
  await expect(form.summary().getByRole('link', { name: /Điện thoại liên hệ/ })).toBeVisible();
  await expect(form.field('Điện thoại liên hệ')).toHaveValue('12');
  await expect(form.field('Điện thoại liên hệ')).toHaveAttribute('aria-invalid', 'true');
});

test('[REQ-N03] without JavaScript lines are added and removed, and typing is kept', async ({ as }) => {
  const page = await as('business');
  const tasks = await DraftTasks.begin(page, slug);
  await tasks.open('Công thức');
  const form = new SectionPage(page, 'Công thức');
  await form.fill({ title: 'Công thức', rows: [{ 'Tên INCI': 'Aqua' }, { 'Tên INCI': 'Parfum' }] });
  await expect(form.field('Tên INCI').first()).toHaveValue('Aqua');
  await page.getByRole('button', { name: /^Xóa dòng 1/ }).click();
  await expect(form.field('Tên INCI')).toHaveCount(1);
  await expect(form.field('Tên INCI')).toHaveValue('Parfum');
});

test('[REQ-N04] without JavaScript a wrong kind of file is refused in words', async ({ as }) => {
  const page = await as('business');
  const tasks = await DraftTasks.begin(page, slug);
  const title = 'Giấy ủy quyền của nhà sản xuất hoặc chủ sở hữu';
  await tasks.open(title);
  const paper = new PaperPage(page, title);
  await paper.send({
    name: 'ke-hoach.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('không phải giấy tờ'),
  });
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Không đọc được loại tệp này');
});

test('[REQ-N05] without JavaScript a receipt is verified by its file', async ({ as }) => {
  const page = await as('business');
  const code = await keepDraft(page, newProduct());
  await page.goto(`/my/dossiers/${code}/check`);
  await page.getByRole('checkbox', { name: /Tôi cam đoan/ }).check();
  await page.getByRole('main').getByRole('button', { name: 'Gửi hồ sơ' }).click();
  const href = await page.getByRole('link', { name: /Tải giấy xác nhận nộp/ }).getAttribute('href');
  const receipt = await (await page.request.get(href ?? '')).body();
  const verify = await VerifyPage.open(await as(null));
  await verify.drop(receipt);
  await verify.expectVerdict('Có thật, đang có hiệu lực');
  await expect(verify.page.getByText(sha256Of(receipt))).toBeVisible();
});
