import { handIn } from './cosmetics-hand-in';
import { expect, test } from './fixtures';
import { advance } from './journeys';
import { DossierDesk, MovePage } from './pages/dossier-desk';

test('[REQ-C01] of two officers one wins, the other learns who did what and keeps the typing', async ({
  as,
}) => {
  const code = await handIn(await as('business'));
  await advance(as, code, { to: 'begin_review' });
  const [first, second] = [await as('reviewer'), await as('dispatcher')];
  const draft = await MovePage.open(first, code, 'draft_result');
  await draft.write(/^Nội dung/, 'Bản dự thảo viết trong lúc người khác làm.');
  const reassign = await second.goto(`/dossiers/${code}/reassign`);
  expect(reassign?.status()).toBe(200);
  const main = second.getByRole('main');
  await main.getByRole('radio', { name: /Bùi Đức Long/ }).check();
  await main.getByLabel(/^Lý do/).fill('Chia lại việc trong phòng');
  await main.getByRole('button', { name: 'Phân công lại' }).click();
  await expect(second).toHaveURL(/done=reassign/);
  await draft.confirm();
  const told = first.getByRole('main').getByRole('alert');
  await expect(told).toBeVisible();
  await expect(first.getByRole('main').getByLabel(/^Nội dung/)).toHaveValue(
    'Bản dự thảo viết trong lúc người khác làm.',
  );
});

test('[REQ-C02] two people at the counter: the second press changes nothing', async ({ as }) => {
  const code = await handIn(await as('business'));
  const [left, right] = [await as('one-stop'), await as('one-stop')];
  const slower = await MovePage.open(right, code, 'ask_before_intake');
  await (await DossierDesk.open(left, code)).make('accept');
  await slower.main().getByRole('checkbox').first().check();
  await slower
    .main()
    .getByLabel(/^Cần bổ sung gì/)
    .first()
    .fill('Bản rõ hơn');
  await slower
    .main()
    .getByLabel(/^Vì sao/)
    .first()
    .fill('Chữ mờ');
  await slower.confirm();
  await expect(slower.main().getByText('Việc này chưa làm được')).toBeVisible();
  await expect(slower.main().getByText('Bộ phận Một cửa tiếp nhận')).not.toHaveCount(0);
  await expect(slower.main().getByText(/Lê Thị Thanh Mai/)).not.toHaveCount(0);
  const desk = await DossierDesk.open(left, code);
  await desk.expectState('Đã tiếp nhận');
});
