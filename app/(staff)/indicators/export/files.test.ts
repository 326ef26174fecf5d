import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { csvOf } from './csv';
import { count, date, type Sheet, share, text } from './sheet';
import { workbookOf } from './xlsx';

const sheet: Sheet = {
  name: 'Bảng: theo dõi / 2026',
  columns: [text('Chỉ tiêu'), share('Giá trị'), count('Tử số'), date('Hạn')],
  rows: [
    ['Bệnh án điện tử', 1128 / 1650, 1128, '2025-12-31'],
    ['=HYPERLINK("x")', null, null, null],
  ],
};

describe('a sheet as CSV', () => {
  it('keeps numbers plain, the unknown empty and formulas harmless', () => {
    expect(csvOf(sheet)).toBe(
      '\uFEFF"Chỉ tiêu","Giá trị","Tử số","Hạn"\r\n' +
        '"Bệnh án điện tử",0.683636363636,1128,"2025-12-31"\r\n' +
        '"\'=HYPERLINK(""x"")",,,\r\n',
    );
  });
});

describe('a sheet as a workbook', () => {
  it('holds real numbers and dates under a frozen head', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await workbookOf([sheet], 'Chỉ tiêu')).buffer);
    const [read] = workbook.worksheets;
    expect(read?.name).toBe('Bảng  theo dõi   2026');
    expect(read?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 1 });
    expect(read?.getCell('B2')).toMatchObject({ value: 1128 / 1650, numFmt: '0.0%' });
    expect(read?.getCell('C2')).toMatchObject({ value: 1128, numFmt: '#,##0' });
    expect(read?.getCell('D2').value).toEqual(new Date('2025-12-31T00:00:00Z'));
    expect(read?.getCell('B3').value).toBeNull();
    expect(read?.getCell('A3').value).toBe('=HYPERLINK("x")');
  });
});
