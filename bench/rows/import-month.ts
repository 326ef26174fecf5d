import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { copyLine, newSheet, type Sheet } from '@/db/seed/national/copy';
import { applyImport } from '@/lib/reporting/exchange/commands';
import { type Bench, defineRow, type Figure, type Sample } from '../define';
import { answerOf, nationalEditor, partsOf, type Reporter, reportersOf, SparePeriods } from '../imports';
import { detailOf } from '../samples';

const cells = 399_000;
const quickCells = 40_000;

/** What both write: everything the database does not give by itself. */
const columns = [
  ...['facility_id', 'element_id', 'element_version', 'period_id', 'valid_from', 'valid_to', 'state'],
  ...['number_value', 'date_value', 'text_value', 'list_value', 'reason', 'source', 'revision'],
  ...['recorded_at', 'recorded_by', 'sample'],
];

export const row = defineRow({
  id: 'import-month',
  what: 'A file of one month of the whole country is checked and written with history and trail',
  at: '399,000 cells of 13,650 facilities, beside 56 million values',
  targets: {
    rate: { of: 'ratio', unit: '×', atLeast: 0.3 },
    memory: { of: 'subject', unit: 'MB', atMost: 300 },
  },
  async measure(bench) {
    const wanted = bench.quick ? quickCells : cells;
    const reporters = await reportersOf(bench, { limit: Math.ceil((wanted / cells) * 13_650) });
    const periods = new SparePeriods(bench, reporters);
    await periods.clear();
    try {
      const file = await writeFile(bench, reporters, wanted);
      return await compare(bench, periods, file);
    } finally {
      await periods.clear();
    }
  },
});

interface File {
  path: string;
  cells: number;
}

async function compare(bench: Bench, periods: SparePeriods, file: File) {
  const actor = await nationalEditor(bench);
  const written = { rows: 0, growth: 0, period: '' };
  const { subject, yardstick } = await bench.alternate({
    rounds: bench.quick ? 1 : 3,
    async subject() {
      const period = await periods.open();
      return bench.load({
        name: 'import',
        times: 1,
        run: async () => {
          const { result, weight } = await bench.weigh(() =>
            applyImport(actor, createReadStream(file.path), { period }),
          );
          const { refused, faults } = result.summary;
          if (result.written !== file.cells)
            throw new Error(
              `${result.written} of ${file.cells} written, ${refused} refused: ${faults[0]?.code}`,
            );
          written.growth = Math.max(written.growth, weight.rssPeak - weight.rssBefore);
          written.period = period;
        },
      });
    },
    async yardstick() {
      const sheet = await sheetOf(bench, written.period, await periods.open());
      return bench.load({
        name: 'COPY',
        times: 1,
        run: async () => {
          written.rows = await bench.sql.begin((tx) => sheet.send(tx));
        },
      });
    },
  });
  const per = (sample: Sample, what: string): Figure => ({
    value: (written.rows * sample.times.length) / sample.seconds,
    unit: '/s',
    what,
    detail: detailOf(sample),
  });
  return {
    rate: {
      subject: per(subject, `rows a second written from a CSV file of ${file.cells} cells`),
      yardstick: per(yardstick, 'the same rows by COPY into the same table, its indexes and keys in place'),
      note: 'The file is read, checked cell by cell, compared with what stands, and written with reports, history and hash-chained acts; shares that follow from two cells are rows too. Reports of stations are opened before, only hospitals have to report.',
    },
    memory: {
      subject: {
        value: written.growth,
        unit: 'MB' as const,
        what: 'resident memory above that before, at the worst moment',
      },
      yardstick: null,
      note: 'The first import of the process is the warm-up and counts here.',
    },
  };
}

async function writeFile(bench: Bench, reporters: readonly Reporter[], wanted: number): Promise<File> {
  const path = join(bench.folder, 'month.csv');
  const each = Math.floor(wanted / reporters.length);
  const more = wanted - each * reporters.length;
  let count = 0;
  function* lines() {
    yield 'ma_cskcb,ma_chi_tieu,gia_tri\n';
    for (const [nth, reporter] of reporters.entries()) {
      const parts = partsOf(reporter, '203001').slice(0, each + (nth < more ? 1 : 0));
      count += parts.length;
      yield parts
        .map((part, at) => `${reporter.code ?? reporter.id},${part.id},${answerOf(part, nth * 7 + at)}\n`)
        .join('');
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
  return { path, cells: count };
}

/** What the import wrote, as the bytes COPY takes, for another month. */
async function sheetOf(bench: Bench, from: string, to: string): Promise<Sheet> {
  const sheet = newSheet({ table: 'report_values', columns });
  const read = bench.sql
    .unsafe(
      `select ${columns.map((column) => `v.${column}`).join(', ')}, v.list_value::text
       from (select distinct id from report_elements) e
       join report_values v on v.element_id = e.id and v.period_id = '${from}'
       order by v.facility_id`,
    )
    .cursor(5000);
  for await (const some of read)
    for (const one of some)
      sheet.add(copyLine(columns.map((column) => (column === 'period_id' ? to : one[column]))));
  return sheet;
}
