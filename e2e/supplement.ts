import { expect } from '@playwright/test';
import { downloaded, fetched, textOf } from './issued-paper';
import type { As } from './journeys';
import { DossierDesk, MovePage } from './pages/dossier-desk';
import { PaperPage } from './pages/draft';
import { MyDossier } from './pages/my-dossier';
import { letterAsPdf } from './papers';

const letter = 'Giấy ủy quyền của nhà sản xuất hoặc chủ sở hữu';
const wanted = 'Nộp lại giấy ủy quyền còn hiệu lực';

/** One-stop accepts; answers the date promised on the page before, which Form 01 must carry. */
export async function receive(as: As, code: string): Promise<string> {
  const page = await as('one-stop');
  const desk = await DossierDesk.open(page, code);
  const form = await desk.begin('accept');
  const shown = await page.getByRole('region', { name: 'Giấy tiếp nhận sẽ hẹn' }).innerText();
  await form.confirm();
  await desk.expectDone('accept');
  const issued = page.getByRole('region', { name: 'Văn bản đã phát hành' });
  const form01 = textOf(await fetched(page, issued.getByRole('link', { name: /tiếp nhận hồ sơ/i })));
  expect(form01).toContain(code);
  const promised = /\d{2}\/\d{2}\/\d{4}/.exec(shown)?.[0] ?? 'no date';
  expect(form01).toContain(promised);
  await page.close();
  return promised;
}

/** Judges every component, finds the letter wrong, and sends Form 02. */
export async function askForLetterAgain(as: As, code: string): Promise<void> {
  const page = await as('reviewer');
  const form = await MovePage.open(page, code, 'ask_supplement');
  for (const group of await form.main().getByRole('group').all()) {
    const isLetter = (await group.getByText(letter).count()) > 0;
    await group.getByRole('radio', { name: isLetter ? 'Chưa đúng' : 'Đạt' }).check();
  }
  await form.write(new RegExp(`^Ghi chú.*: ${letter}`), 'Giấy ủy quyền đã hết hạn');
  await form.main().getByRole('button', { name: 'Lưu kết quả xét' }).click();
  await form.write(/^Cần bổ sung gì/, wanted);
  await form.confirm();
  const desk = new DossierDesk(page, code);
  await desk.expectDone('ask_supplement');
  await expect(page.getByText('Chưa có hạn trả vì thời hạn đang tạm dừng.')).toBeVisible();
  await page.close();
}

/** The applicant reads Form 02, finds every other part closed, and answers what was asked. */
export async function answerSupplement(as: As, code: string): Promise<void> {
  const page = await as('business');
  const mine = await MyDossier.open(page, code);
  await mine.expectState('Cơ quan cần bạn bổ sung hồ sơ.');
  await page.getByRole('main').getByRole('link', { name: 'Bổ sung hồ sơ' }).click();
  await expect(page.getByText(wanted)).toBeVisible();
  const form02 = await downloaded(page, page.getByRole('link', { name: /Mẫu 02/ }));
  expect(textOf(form02)).toContain(code);
  await expect(page.getByRole('button', { name: 'Gửi phần bổ sung' })).toHaveCount(0);
  expect((await page.request.get(`/my/dossiers/${code}/sections/product`)).status()).toBe(404);
  await page.getByRole('link', { name: letter }).click();
  const paper = new PaperPage(page, letter);
  await paper.upload(await letterAsPdf('giay-uy-quyen-moi.pdf', ['New letter of authorisation', code]));
  await paper.goOn();
  await page.getByRole('button', { name: 'Gửi phần bổ sung' }).click();
  await expect(page.getByText('Phần bổ sung đã được gửi.')).toBeVisible();
  await page.close();
}
