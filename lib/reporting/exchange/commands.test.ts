import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { facilities } from '@/db/schema/facilities';
import { reports, reportValues } from '@/db/schema/reporting';
import { placeIdOf } from '@/db/seed/places';
import { useDatabase } from '@/db/testing';
import { actorNamed, seedPeople } from '@/db/testing-actors';
import { demoFacility } from '@/lib/integrations/people';
import type { Actor } from '@/lib/policy/actor';
import { saveCells } from '../commands/save';
import { getCellHistory } from '../queries/get';
import { applyImport, applyKept, keepImport } from './commands';
import { aboutExport, exportLines } from './queries/export';
import { previewImport, previewKept } from './queries/preview';
import { csvOf, xlsxOf } from './queries/write';

useDatabase();

const period = '202610';
const own = demoFacility.id;
const id = (number: number) => `5a3f7a52-6d0e-5b6e-9c1d-2f1f0a9c1${String(number).padStart(3, '0')}`;
const code = (number: number) => `99${String(number).padStart(3, '0')}`;

let facility: Actor;
let editor: Actor;
let auditor: Actor;
let reportId = '';

const hospital = (key: string, number: number, unitCode = 'SYT-01') => ({
  id: key,
  maCskcb: code(number),
  nameVi: `Bệnh viện mẫu số ${String(number).padStart(3, '0')}`,
  nameEn: `Sample ${number}`,
  form: 'general_hospital' as const,
  ownership: 'local' as const,
  managedBy: 'province' as const,
  unitCode,
  placeId: placeIdOf('01'),
  class: 'class_1' as const,
  insured: true,
  sample: true,
  updatedAt: new Date(),
  sourceRef: 'test',
  confidence: 'demo' as const,
});

const open = async (facilityId: string) => {
  const [row] = await database()
    .insert(reports)
    .values({ facilityId, periodId: period, formId: 'hospital-month', formVersion: 1, createdAt: new Date() })
    .returning({ id: reports.id });
  return row?.id ?? '';
};

const typed = (report: string, actor: Actor) =>
  saveCells(actor, {
    reportId: report,
    source: 'manual',
    cells: [
      { part: 'E05', value: true, seen: 0 },
      { part: 'E13', value: 12.5, seen: 0 },
      { part: 'E16', value: '2025-08-16', seen: 0 },
      { part: 'E17', value: ['inpatient', 'day'], seen: 0 },
      { part: 'E18', value: 4120, seen: 0 },
      { part: 'E19', value: 4000, seen: 0 },
      { part: 'E22', state: 'unknown', value: null, reason: '=Chưa có, "số liệu"', seen: 0 },
      { part: 'E49d', value: 'https://mau.example.vn/gia', seen: 0 },
    ],
  });

beforeAll(async () => {
  await seedPeople();
  [facility, editor, auditor] = [
    await actorNamed('facility'),
    await actorNamed('doh-editor'),
    await actorNamed('auditor'),
  ];
  await database()
    .insert(facilities)
    .values([hospital(own, 1), hospital(id(2), 2), hospital(id(3), 3), hospital(id(4), 4, 'SYT-79')]);
  reportId = await open(own);
  await typed(reportId, facility);
  await typed(await open(id(2)), editor);
  await open(id(4));
});

const file = (...lines: string[]) => Readable.from([Buffer.from(lines.join('\n'))]);
const head = 'ma_cskcb,ky,ma_chi_tieu,gia_tri,trang_thai,ly_do';
const filters = { period, form: 'hospital-month' };
const csv = async (actor: Actor) => text(csvOf(exportLines(actor, { locale: 'vi', filters })));
const zero = { new: 0, changed: 0, refused: 0 };

const words = {
  data: 'Số liệu',
  definitions: 'Định nghĩa',
  about: 'Thông tin',
  definition: ['Mã', 'Chỉ tiêu', 'Loại', 'Danh mục', 'Cách tính'],
  type: (type: string) => type,
  facts: [['Kỳ', '202610']] as const,
};

async function xlsx(actor: Actor): Promise<Buffer> {
  const about = await aboutExport(actor, { filters });
  if (about === null) throw new Error('nothing to export');
  const pages = exportLines(actor, { locale: 'vi', filters });
  return buffer(xlsxOf(pages, { ...about, locale: 'vi', words }));
}

describe('export', () => {
  it('holds the reach of whoever asks, and no formula', async () => {
    const all = await csv(editor);
    expect(all.startsWith('\uFEFFma_cskcb,ten_co_so,ky')).toBe(true);
    expect(all).toContain('99001');
    expect(all).toContain('99003,');
    expect(all).not.toContain('99004');
    expect(all).toContain(`"'=Chưa có, ""số liệu"""`);
    expect(await csv(facility)).not.toContain('99002');
    expect(await csv(auditor)).toContain('99004');
    const one = await text(csvOf(exportLines(facility, { locale: 'vi', report: reportId, filters: {} })));
    expect(one.split('\r\n').length).toBeGreaterThan(40);
    const foreign = exportLines(facility, { locale: 'vi', report: await open(id(3)), filters: {} });
    await expect(foreign.next()).rejects.toMatchObject({ code: 'not_found' });
  });

  it('read back untouched changes nothing, as CSV, with semicolons, and as XLSX', async () => {
    const exported = await csv(editor);
    const first = await previewImport(editor, file(exported));
    expect(first).toMatchObject({ ...zero, facilities: 3 });
    // Eight answers of two facilities, and the share that follows from two of them.
    expect(first.unchanged).toBe(18);
    const semicolons = exported.replace('\uFEFF', '').replaceAll(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/gm, ';');
    expect(await previewImport(editor, file(semicolons))).toMatchObject({ ...zero, unchanged: 18 });
    const workbook = await xlsx(editor);
    expect(await previewImport(editor, Readable.from([workbook]))).toMatchObject({ ...zero, unchanged: 18 });
  });

  it('writes numbers, days and explaining sheets into a workbook', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await xlsx(facility)) as never);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Số liệu', 'Định nghĩa', 'Thông tin']);
    const [data] = book.worksheets;
    expect(data?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    const values = new Map<unknown, unknown>();
    data?.eachRow((row) => values.set(row.getCell(4).value, row.getCell(6).value));
    expect(values.get('E18')).toBe(4120);
    expect(values.get('E16')).toEqual(new Date('2025-08-16T00:00:00Z'));
    expect(values.get('E05')).toBe('có');
  });
});

describe('previewImport', () => {
  it('counts what a file would do and writes nothing', async () => {
    const before = await database().$count(reportValues);
    const summary = await previewImport(
      facility,
      file(head, `99001,${period},E18,"4.200",,`, `99001,${period},E31a,10,,`, `99001,${period},E05,có,,`),
    );
    expect(summary).toMatchObject({ rows: 3, new: 1, changed: 1, unchanged: 1, refused: 0 });
    expect(summary.changes[0]).toMatchObject({ row: 2, part: 'E18', before: '4120', after: '4200' });
    expect(await database().$count(reportValues)).toBe(before);
  });

  it('names row, column, value and rule of everything it does not take', async () => {
    const { faults, refused } = await previewImport(
      facility,
      file(
        head,
        `99001,${period},E18,nhiều,,`,
        `99001,${period},E99,1,,`,
        `99001,${period},E20,50,,`,
        `99001,${period},E13,1.234,,`,
        `99001,${period},E21,,không áp dụng,`,
        `99001,${period},E15,1,mất,`,
        `99001,${period},E08,3,,`,
        `99001,${period},E40a,5,,`,
        `99001,${period},E40a,6,,`,
        `99002,${period},E18,1,,`,
        `,${period},E18,1,,`,
        `99001,202613,E18,1,,`,
        `99001,${period},E54a,0,,`,
      ),
    );
    expect(
      faults
        .map(({ row, column, code: rule }) => [row, column, rule])
        .sort((a, b) => Number(a[0]) - Number(b[0])),
    ).toEqual([
      [2, 'gia_tri', 'number'],
      [3, 'ma_chi_tieu', 'unknown_part'],
      [4, 'gia_tri', 'computed'],
      [5, 'gia_tri', 'ambiguous_number'],
      [6, 'gia_tri', 'reason_required'],
      [7, 'trang_thai', 'state_unknown'],
      [8, 'ma_chi_tieu', 'not_asked'],
      [10, 'gia_tri', 'twice'],
      [11, 'ma_cskcb', 'facility_unknown'],
      [12, 'ma_cskcb', 'facility_missing'],
      [13, 'ky', 'period_unknown'],
      [14, 'ma_cskcb', 'scattered'],
    ]);
    expect(refused).toBe(12);
    expect(faults.find(({ row }) => row === 2)).toMatchObject({ value: 'nhiều', part: 'E18' });
  });

  it('reads the wide form and takes the period from the form beside it', async () => {
    const wide = ['ma_cskcb;E18;E31a;E05', '99001;4121;9;', `${own};;;`].join('\r\n');
    expect(await previewImport(facility, file(wide))).toMatchObject({ refused: 6 });
    const summary = await previewImport(facility, file(wide.split('\r\n').slice(0, 2).join('\r\n')), {
      period,
    });
    expect(summary).toMatchObject({ new: 1, changed: 1, empty: 1, refused: 0 });
  });

  it('says what the rules between cells would find', async () => {
    const { findings } = await previewImport(facility, file(head, `99001,${period},E19,5000,,`));
    expect(findings.map(({ finding }) => finding.code)).toContain('E19-not-above-E18');
  });

  it('refuses what is no table, is not UTF-8, lacks columns, or is not theirs to enter', async () => {
    await expect(
      previewImport(facility, Readable.from([Buffer.from('PK\u0003\u0004 nothing')])),
    ).rejects.toMatchObject({ code: 'unsupported_file' });
    const latin = Buffer.concat([
      Buffer.from(`${head}\n99001,${period},E07a,`),
      Buffer.from([0xc7, 0xf0, 0x0a]),
    ]);
    await expect(previewImport(facility, Readable.from([latin]))).rejects.toMatchObject({
      code: 'unsupported_file',
    });
    expect((await previewImport(facility, file('a,b', '1,2'))).faults[0]).toMatchObject({
      code: 'columns_missing',
      column: 'ma_cskcb',
    });
    expect(await previewImport(facility, file(''))).toMatchObject({ rows: 0, facilities: 0 });
    await expect(previewImport(auditor, file(head))).rejects.toMatchObject({ code: 'denied' });
  });
});

describe('applyImport', () => {
  it('writes with the source import, once, and keeps the history', async () => {
    const lines = [
      head,
      `99001,${period},E18,4300,,`,
      `99001,${period},E31a,12,,`,
      `99001,${period},E99,1,,`,
    ];
    const first = await applyImport(facility, file(...lines));
    expect(first).toMatchObject({ written: 2, reports: 1, summary: { refused: 1 } });
    const history = await getCellHistory(facility, { reportId, part: 'E18' });
    expect(history.versions[0]).toMatchObject({ value: 4300, source: 'import', revision: 2 });
    const again = await applyImport(facility, file(...lines));
    expect(again).toMatchObject({ written: 0, summary: { unchanged: 2 } });
  });

  it('tells whoever exported before somebody else changed the cell', async () => {
    const exported = await csv(facility);
    await saveCells(facility, { reportId, cells: [{ part: 'E19', value: 4010, seen: 1 }], source: 'manual' });
    const changed = exported.replace(/(E19,[^\r\n]*?),4000,/, '$1,4020,');
    expect(changed).not.toBe(exported);
    const { summary, written } = await applyImport(facility, file(changed));
    expect(written).toBe(0);
    expect(summary.faults.map(({ code: rule, part }) => [rule, part]).sort()).toEqual([
      ['computed', 'E20'],
      ['overtaken', 'E19'],
    ]);
  });

  it('opens the reports that are not there yet', async () => {
    await database()
      .insert(facilities)
      .values(hospital(id(5), 5));
    const {
      written,
      reports: opened,
      summary,
    } = await applyImport(editor, file(head, `99005,${period},E18,10,,`, `99002,${period},E18,4121,,`));
    expect({ written, opened, opening: summary.opening }).toEqual({ written: 2, opened: 2, opening: 1 });
  });

  it('keeps a file between dry run and writing, by its content', async () => {
    async function* stream() {
      yield Buffer.from(`${head}\n99001,${period},E33,77,,\n`);
    }
    const kept = await keepImport(facility, stream());
    expect(await previewKept(facility, { file: kept })).toMatchObject({ new: 1 });
    expect(await applyKept(facility, { file: kept })).toMatchObject({ written: 1 });
    expect(await previewKept(facility, { file: kept })).toMatchObject({ new: 0, unchanged: 1 });
    await expect(previewKept(facility, { file: '0'.repeat(64) })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(keepImport(auditor, stream())).rejects.toMatchObject({ code: 'denied' });
  });
});
