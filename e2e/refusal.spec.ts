import { handIn } from './cosmetics-hand-in';
import { expect, test } from './fixtures';
import { downloaded, fetched, signaturesOf, textOf } from './issued-paper';
import { act, advance } from './journeys';
import { DossierDesk, MovePage } from './pages/dossier-desk';
import { MyDossier } from './pages/my-dossier';

const why = 'Công thức có chất không được phép dùng trong mỹ phẩm';

test('[REQ-F01] a refusal is reasoned, checked, signed and issued like a grant', async ({ as }) => {
  test.setTimeout(240_000);
  const business = await as('business');
  const code = await handIn(business);
  await advance(as, code, { to: 'begin_review' });
  await act(as, code, {
    account: 'reviewer',
    move: 'propose_refusal',
    fill: async (form) => {
      await form.write(/^Lý do không cấp/, why);
      await form.write(/^Căn cứ pháp lý/, 'Điều 4 Thông tư 06/2011/TT-BYT');
    },
  });
  await act(as, code, { account: 'reviewer', move: 'submit_refusal' });
  await advance(as, code, { after: 'submit_for_sign', to: 'sign' });
  await act(as, code, { account: 'records', move: 'issue_refusal' });
  const mine = await MyDossier.open(business, code);
  await mine.expectState('Đã có văn bản trả lời: hồ sơ không được chấp thuận.');
  const paper = await downloaded(business, business.getByRole('link', { name: 'Tải văn bản trả lời (PDF)' }));
  expect(textOf(paper)).toContain(why);
  expect(signaturesOf(paper)).toEqual({ found: 2, valid: 2 });
});

test('[REQ-F02] a refusal without a reason or a legal ground is not sent', async ({ as }) => {
  const code = await handIn(await as('business'));
  const oneStop = await as('one-stop');
  await oneStop.goto(`/dossiers/${code}/reject_intake`);
  await oneStop.getByRole('main').getByRole('button', { name: 'Từ chối tiếp nhận' }).click();
  await expect(oneStop.getByRole('main').getByRole('alert')).toBeFocused();
  await expect(oneStop.getByRole('main').getByRole('alert').getByRole('link')).toHaveCount(2);
  await oneStop
    .getByRole('main')
    .getByLabel(/^Lý do/)
    .fill('Hồ sơ nộp không đúng cơ quan giải quyết');
  await oneStop
    .getByRole('main')
    .getByLabel(/^Căn cứ pháp lý/)
    .fill('Điều 17 Nghị định 61/2018/NĐ-CP');
  await oneStop.getByRole('main').getByRole('button', { name: 'Từ chối tiếp nhận' }).click();
  await expect(oneStop).toHaveURL(/done=reject_intake/);
  const issued = oneStop.getByRole('region', { name: 'Văn bản đã phát hành' });
  const form03 = textOf(await fetched(oneStop, issued.getByRole('link', { name: /từ chối/i })));
  expect(form03).toContain(code);
});

test('[REQ-F03] a leader sends a draft back with a reason and the reviewer mends it', async ({ as }) => {
  test.setTimeout(240_000);
  const code = await handIn(await as('business'));
  await advance(as, code, { to: 'submit_for_sign' });
  await act(as, code, {
    account: 'checker',
    move: 'return_for_rework',
    fill: (form) => form.write(/^Lý do/, 'Ghi rõ nhãn hàng trong kết quả'),
  });
  const desk = await DossierDesk.open(await as('reviewer'), code);
  await expect(desk.page.getByText('Ghi rõ nhãn hàng trong kết quả')).toBeVisible();
  const form = await MovePage.open(desk.page, code, 'draft_result');
  await form.write(/^Nội dung/, 'Cấp số tiếp nhận cho nhãn hàng An Phúc.');
  await form.confirm();
  await desk.expectDone('draft_result');
});
