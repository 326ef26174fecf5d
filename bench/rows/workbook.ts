import ExcelJS from 'exceljs';
import { type Bench, defineRow } from '../define';
import { answerOf, partsOf, reportersOf, SparePeriods } from '../imports';
import { detailOf, percentile } from '../samples';

const facilities = 400;
const each = 60;

export const row = defineRow({
  id: 'workbook',
  what: 'A workbook is handed in and the page shows what it would change',
  at: '400 facilities, 60 cells each',
  targets: { shown: { of: 'subject', unit: 's', atMost: 2 } },
  async measure(bench) {
    const reporters = await reportersOf(bench, { unit: 'SYT-01', limit: facilities });
    const periods = new SparePeriods(bench, reporters);
    try {
      // The monthly form has fewer cells than sixty: the rest are those of the month after.
      const months = [await periods.open(), await periods.open()];
      const lines = reporters.flatMap((reporter, nth) =>
        months
          .flatMap((period) => partsOf(reporter, period).map((part) => ({ period, part })))
          .slice(0, each)
          .map(({ period, part }, at) => [
            reporter.code ?? reporter.id,
            'Bệnh viện Đa khoa mẫu',
            period,
            part.id,
            part.label?.vi ?? '',
            typed(answerOf(part, nth + at)),
          ]),
      );
      return await show(bench, {
        bytes: await bookOf(lines),
        cells: lines.length,
        facilities: reporters.length,
      });
    } finally {
      await periods.clear();
    }
  },
});

/** A number stands in a workbook as a number. */
const typed = (answer: string) => (/^\d+$/.test(answer) ? Number(answer) : answer);

async function bookOf(lines: readonly (string | number)[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Số liệu');
  sheet.addRow([
    'ma_cskcb',
    'ten_co_so',
    'ky',
    'ma_chi_tieu',
    'ten_chi_tieu',
    'gia_tri',
    'trang_thai',
    'ly_do',
  ]);
  for (const line of lines) sheet.addRow(line);
  return Buffer.from(await book.xlsx.writeBuffer());
}

interface Book {
  bytes: Buffer;
  cells: number;
  facilities: number;
}

async function show(bench: Bench, { bytes, cells, facilities: reporting }: Book) {
  const [{ webs }, cookie] = await Promise.all([bench.portal(), bench.signIn('doh-editor')]);
  const [web] = webs;
  if (web === undefined) throw new Error('no portal');
  const shows = new RegExp(`data-count="new"[^>]*>${cells.toLocaleString('vi')}<`);
  const handIn = async () => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(bytes)]), 'bao-cao.xlsx');
    const headers = { cookie, origin: web.url, 'sec-fetch-site': 'same-origin' };
    const kept = await fetch(`${web.url}/api/imports`, {
      method: 'POST',
      body: form,
      headers,
      redirect: 'manual',
    });
    const page = await fetch(new URL(kept.headers.get('location') ?? '', web.url), { headers });
    if (!shows.test(await page.text())) throw new Error(`${kept.status} ${page.status}: no difference shown`);
  };
  for (let n = 0; n < 2; n += 1) await handIn();
  const sample = await bench.load({
    name: 'workbook',
    run: handIn,
    times: bench.quick ? 5 : 20,
    pids: [web.pid],
  });
  return {
    shown: {
      subject: {
        value: percentile(sample.times, 95) / 1000,
        unit: 's' as const,
        what: `p95 from handing in ${cells} cells of ${reporting} facilities (${Math.round(bytes.length / 1024)} KB) to the whole page`,
        detail: detailOf(sample),
      },
      yardstick: null,
      note: 'Uploaded, stored, read, checked and compared with what stands; the page lists the first hundred changes and counts all.',
    },
  };
}
