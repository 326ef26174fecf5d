import { newProduct, slug } from './cosmetics';
import { handIn } from './cosmetics-hand-in';
import { expect, test } from './fixtures';
import { downloaded, signaturesOf, textOf } from './issued-paper';
import { act, advance, checkAndSubmit, payAtSecondTry, prepare, readAndBegin } from './journeys';
import { DossierDesk, MovePage } from './pages/dossier-desk';
import { DraftTasks, SectionPage } from './pages/draft';
import { MyDossier } from './pages/my-dossier';
import { VerifyPage } from './pages/verify';
import { withOneByteChanged } from './papers';
import { answerSupplement, askForLetterAgain, receive } from './supplement';

test('[REQ-D01] a business notifies a cosmetic and a stranger verifies the signed result', async ({ as }) => {
  test.setTimeout(240_000);
  const product = newProduct();
  const business = await as('business');
  const code = await test.step('business reads, fills, uploads, pays, checks and submits', async () => {
    const tasks = await readAndBegin(business);
    await prepare(tasks, product);
    await payAtSecondTry(tasks);
    return checkAndSubmit(tasks, product);
  });
  await test.step('business keeps a receipt with a code to scan', async () => {
    await expect(business.getByRole('img', { name: new RegExp(`track\\?code=${code}`) })).toBeVisible();
    const receipt = await downloaded(business, business.getByRole('link', { name: /Tải giấy xác nhận nộp/ }));
    expect(textOf(receipt)).toContain(code);
  });
  await test.step('one-stop receives, a reviewer is assigned and begins', async () => {
    await receive(as, code);
    await advance(as, code, { after: 'accept', to: 'begin_review' });
  });
  await test.step('reviewer asks once, the clock waits, business answers only that', async () => {
    await askForLetterAgain(as, code);
    await answerSupplement(as, code);
  });
  await test.step('draft, check, signature, number and seal', async () => {
    await advance(as, code, { after: 'begin_review', to: 'issue' });
  });
  const result = await test.step('business downloads a result with two valid signatures', async () => {
    const paper = await (await MyDossier.open(business, code)).downloadResult();
    expect(signaturesOf(paper)).toEqual({ found: 2, valid: 2 });
    expect(textOf(paper)).toContain(product);
    return paper;
  });
  await test.step('a stranger verifies it, and a changed byte is not ours', async () => {
    const verify = await VerifyPage.open(await as(null));
    await verify.drop(result);
    await verify.expectVerdict('Có thật, đang có hiệu lực');
    await verify.drop(withOneByteChanged(result));
    await verify.expectVerdict('Không phải văn bản của chúng tôi');
  });
});

test('[REQ-D02] wrong answers are named, led to and kept', async ({ as }) => {
  const page = await as('business');
  const tasks = await DraftTasks.begin(page, slug);
  await tasks.open('Tổ chức, cá nhân chịu trách nhiệm');
  const form = new SectionPage(page, 'Tổ chức, cá nhân chịu trách nhiệm');
  await form.field('Điện thoại liên hệ').fill('12');
  await form.field('Thư điện tử').fill('khong-phai-thu');
  await form.save();
  await expect(form.summary()).toBeFocused();
  await expect(form.summary().getByRole('link')).toHaveCount(2);
  await expect(form.field('Điện thoại liên hệ')).toHaveValue('12');
  await form
    .summary()
    .getByRole('link', { name: /Thư điện tử/ })
    .click();
  await expect(form.field('Thư điện tử')).toBeFocused();
  await expect(form.field('Thư điện tử')).toHaveAttribute('aria-invalid', 'true');
  await expect(form.field('Thư điện tử')).toHaveAccessibleDescription(/Lỗi/);
});

test('[REQ-D03] what is typed is kept by itself and survives a reload', async ({ as }) => {
  const page = await as('business');
  const tasks = await DraftTasks.begin(page, slug);
  await tasks.open('Sản phẩm');
  const form = new SectionPage(page, 'Sản phẩm');
  const product = newProduct();
  await form.field('Tên sản phẩm').fill(product);
  await expect(page.getByText('Có thay đổi chưa lưu')).toBeVisible();
  await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();
  await page.reload();
  await expect(form.field('Tên sản phẩm')).toHaveValue(product);
});

test('[REQ-D04] a question that an answer opens appears without losing what is typed', async ({ as }) => {
  const page = await as('business');
  const tasks = await DraftTasks.begin(page, slug);
  await tasks.open('Ủy quyền và lưu hành tự do');
  const form = new SectionPage(page, 'Ủy quyền và lưu hành tự do');
  await form.field('Số giấy ủy quyền').fill('LOA-77');
  await form.group('Giấy chứng nhận lưu hành tự do (CFS)').getByLabel('Có nộp CFS').check();
  await expect(form.field('Số CFS')).toBeVisible();
  await expect(form.field('Số giấy ủy quyền')).toHaveValue('LOA-77');
});

test('[REQ-D05] the receipt of acceptance tells the due date and how it was counted', async ({ as }) => {
  const code = await handIn(await as('business'));
  const promise = await receive(as, code);
  const mine = await MyDossier.open(await as('business'), code);
  await mine.expectDue(promise);
  await mine.expectDaysExplained(promise);
});

test('[REQ-D06] a supplement is asked only once all components are judged, and only once', async ({ as }) => {
  const code = await handIn(await as('business'));
  await advance(as, code, { to: 'begin_review' });
  const reviewer = await as('reviewer');
  await MovePage.open(reviewer, code, 'ask_supplement');
  await expect(reviewer.getByRole('heading', { name: /Xét tất cả thành phần/ })).toBeVisible();
  await reviewer.close();
  await askForLetterAgain(as, code);
  await answerSupplement(as, code);
  const desk = await DossierDesk.open(await as('reviewer'), code);
  await expect(desk.moves().getByText('Đã hết số lần được yêu cầu bổ sung.')).toBeVisible();
});

test('[REQ-D07] whoever drafted does not check, whoever checked does not sign', async ({ as }) => {
  const code = await handIn(await as('business'));
  await advance(as, code, { to: 'submit_for_sign' });
  const desk = await DossierDesk.open(await as('approver'), code);
  await expect(desk.moves().getByText('Lãnh đạo phòng chưa kiểm tra.')).toBeVisible();
  await act(as, code, {
    account: 'checker',
    move: 'check',
    fill: (form) => form.write(/^Ý kiến/, 'Đồng ý trình ký.'),
  });
  await act(as, code, { account: 'approver', move: 'sign' });
});
