import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows } from './queries/rows';
import { attributeOf, elementsIn, elementsOf, plainText } from './queries/xml';
import { openEntry } from './queries/zip';
import type { RawValue } from './rules';

async function rowsOf(file: Buffer, size = file.length) {
  const chunks = Array.from({ length: Math.ceil(file.length / size) }, (_, at) =>
    file.subarray(at * size, (at + 1) * size),
  );
  const rows: { row: number; cells: readonly RawValue[] }[] = [];
  for await (const page of readRows(Readable.from(chunks))) rows.push(...page);
  return rows;
}

async function written(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Số liệu & khác'));
  book.addWorksheet('Thứ hai').addRow(['không đọc']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a workbook', () => {
  it('gives texts, numbers, days, yes and no, results of formulas, and nothing for errors', async () => {
    const day = new Date('2025-08-16T00:00:00Z');
    const file = await written((sheet) => {
      sheet.addRow(['Tên <cơ sở> & "khác"', 12.5, true, false]);
      sheet.addRow([]);
      sheet.getCell('B3').value = day;
      sheet.getCell('B3').numFmt = 'dd/mm/yyyy';
      sheet.getCell('D3').value = { formula: '1+1', result: 2 };
      sheet.getCell('E3').value = { formula: 'A1', result: 'chữ' };
      sheet.getCell('F3').value = { error: '#N/A' };
      sheet.getCell('G3').value = { richText: [{ text: 'Xin ' }, { font: { bold: true }, text: 'chào' }] };
      sheet.getCell('H3').value = 45_000;
      sheet.getCell('H3').numFmt = '#,##0.00 "ngày"';
      sheet.getCell('AB4').value = 'xa';
    });
    const rows = (await rowsOf(file)).filter(({ cells }) => cells.length > 0);
    expect(rows[0]).toEqual({ row: 1, cells: ['Tên <cơ sở> & "khác"', 12.5, true, false] });
    expect(rows[1]).toEqual({ row: 3, cells: [null, day, null, 2, 'chữ', null, 'Xin chào', 45_000] });
    expect(rows[2]?.cells.length).toBe(28);
    expect(rows[2]?.cells.at(-1)).toBe('xa');
  });

  it('of any texts and numbers is read as it was written', async () => {
    const cell = fc.oneof(
      fc.string({ minLength: 1, unit: 'grapheme-ascii' }).filter((text) => text.trim() === text),
      fc.constantFrom('đường dẫn', 'a&amp;b', '<v>1</v>', ']]>', "'", '_x0041_'),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
        async (given) => {
          const file = await written((sheet) => {
            for (const row of given) sheet.addRow(row);
          });
          const book = new ExcelJS.Workbook();
          await book.xlsx.load(file as never);
          const [sheet] = book.worksheets;
          const rows = await rowsOf(file);
          expect(rows.map(({ cells }) => cells)).toEqual(
            given.map((row, at) => row.map((_, column) => sheet?.getRow(at + 1).getCell(column + 1).value)),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is refused when it is cut off, is no workbook, or is packed in a way nobody packs', async () => {
    const file = await written((sheet) => sheet.addRow(['a']));
    const directory = file.indexOf('PK\u0001\u0002');
    for (const wrong of [
      file.subarray(0, file.length - 30),
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(60)]),
      Buffer.concat([file.subarray(0, 2), Buffer.alloc(directory - 2), file.subarray(directory)]),
    ])
      await expect(rowsOf(wrong)).rejects.toMatchObject({ code: 'unsupported_file' });
    expect(() => openEntry(file, { header: 0, packed: 5, method: 99 })).toThrow('zip.method');
    expect(() => openEntry(file, { header: file.length, packed: 5, method: 8 })).toThrow('zip.entry');
  });
});

describe('XML as programs write it', () => {
  it('is found element by element, with names that begin alike, prefixes, and empty ones', () => {
    const xml = '<sheetData><row r="1"><c r="A1"/><col/><c r="B1" t=\'s\'><v>3</v></c></row></sheetData>';
    expect([...elementsIn(xml, 'c')]).toEqual([
      { tag: ' r="A1"', inner: '' },
      { tag: ' r="B1" t=\'s\'', inner: '<v>3</v>' },
    ]);
    expect(attributeOf(' r="B1" t=\'s\'', 't')).toBe('s');
    expect(attributeOf(' spans="1:2" r="B1"', 's')).toBeNull();
    expect(plainText('a &amp;lt; &#272;&#x111; &unknown; _x000D_')).toBe('a &lt; Đđ &unknown; \r');
  });

  it('is the same however it is cut', async () => {
    const xml = `<?xml version="1.0"?><x:sheet>${Array.from({ length: 9 }, (_, at) => `<x:row r="${at}"><x:c>đ${at}</x:c></x:row>`).join('')}</x:sheet>`;
    const bytes = Buffer.from(xml);
    for (let size = 1; size < 40; size += 3) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
      const found: string[] = [];
      for await (const some of elementsOf(Readable.from(pieces, { objectMode: false }), 'row'))
        found.push(...some.map(({ inner }) => inner));
      expect(found).toEqual(Array.from({ length: 9 }, (_, at) => `<x:c>đ${at}</x:c>`));
    }
  });

  it('without an end is refused before it fills the memory', async () => {
    function* endless() {
      yield '<sheet><row>';
      for (;;) yield ' '.repeat(100_000);
    }
    const reading = elementsOf(Readable.from(endless(), { objectMode: false }), 'row');
    await expect(reading.next()).rejects.toMatchObject({ code: 'unsupported_file' });
  });
});

describe('a text file', () => {
  it('is the same however its bytes are cut, also within a letter', async () => {
    const text = '\uFEFFma_cskcb;ghi_chu\r\n99001;"Đường ""dẫn""; ế"\r\n\r\n99002;ữ\r\n';
    const whole = await rowsOf(Buffer.from(text));
    expect(whole).toEqual([
      { row: 1, cells: ['ma_cskcb', 'ghi_chu'] },
      { row: 2, cells: ['99001', 'Đường "dẫn"; ế'] },
      { row: 4, cells: ['99002', 'ữ'] },
    ]);
    // The separator is read from the first piece, which holds the heading.
    for (let size = 24; size < 60; size += 1) expect(await rowsOf(Buffer.from(text), size)).toEqual(whole);
  });
});
