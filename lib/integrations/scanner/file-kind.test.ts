import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { sniffMime } from '@/lib/integrations/scanner/file-kind';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } });

describe('sniffMime', () => {
  it.each([
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['tiff', 'image/tiff'],
  ] as const)('knows a real %s', async (format, mime) => {
    expect(sniffMime(await picture().toFormat(format).toBuffer())).toBe(mime);
  });

  it('knows a workbook', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('A').addRow([1]);
    const written = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect(sniffMime(written)).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  });

  it.each([
    ['%PDF-1.7\n', 'application/pdf'],
    [`${'\n'.repeat(100)}%PDF-1.4`, 'application/pdf'],
    ['\0\0\0\x18ftypheic', 'image/heic'],
    ['\0\0\0\x18ftypmif1', 'image/heic'],
    [
      'PK\x03\x04....word/document.xml',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['PK\x03\x04....readme.txt', 'application/zip'],
  ])('knows %j', (head, mime) => {
    expect(sniffMime(bytes(head))).toBe(mime);
  });

  it.each([
    ['', 'empty'],
    ['MZ\x90\0', 'a program'],
    ['<html><script>', 'a page'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', 'a drawing that may carry script'],
    ['\0\0\0\x18ftypisom', 'a film'],
    [`${' '.repeat(2000)}%PDF-1.7`, 'a mark too far in'],
  ])('refuses %j, %s', (head) => {
    expect(sniffMime(bytes(head))).toBeNull();
  });

  it('never fails, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (head) => sniffMime(head) !== undefined));
  });

  it('does not take this source file for a document', () => {
    expect(sniffMime(readFileSync('package.json'))).toBeNull();
  });
});
