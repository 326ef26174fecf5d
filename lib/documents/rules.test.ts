import { describe, expect, it } from 'vitest';
import {
  compareField,
  compareText,
  type Declared,
  indexPaper,
  normalForm,
  type ReadPage,
  similarity,
} from './rules';

function page(text: string, confidence = 0.95): ReadPage {
  const words = text.split(' ').map((word, index) => ({
    text: word,
    box: [index * 10, 0, index * 10 + 9, 12] as const,
    confidence,
  }));
  return { width: 1000, height: 1400, words };
}

const words = (value: string): Declared => ({ value, kind: 'words', label: '' });
const date = (value: string, label = 'Ngày hết hạn ủy quyền'): Declared => ({ value, kind: 'date', label });

describe('two written values', () => {
  it.each([
    ['Soleil Crème', 'Soleil Crème', 'equal'],
    ['Soleil Crème', '“Soleil Crème”,', 'equal'],
    ['Soleil  Crème', 'Soleil Crème', 'equal'],
    ['Nguyễn Thị Hồng Ngọc', 'NGUYỄN THỊ HỒNG NGỌC', 'formatting_only'],
    ['Dược phẩm', 'Duoc pham', 'formatting_only'],
    ['Công ty TNHH An Phúc', 'Công ty trách nhiệm hữu hạn An Phúc', 'formatting_only'],
    ['Công ty TNHH An Phúc', 'CTY TNHH AN PHÚC', 'formatting_only'],
    ['Công ty cổ phần Dược Mẫu', 'CTCP Dược Mẫu', 'formatting_only'],
    ['TP. Hà Nội', 'Thành phố Hà Nội', 'formatting_only'],
    ['0312 345 678', '0312345678', 'formatting_only'],
    ['UQ-2024/118', 'UQ 2024/118', 'formatting_only'],
    ['UQ-2024/118', 'UQ-2024/181', 'differs'],
    ['0312345678', '0312345679', 'differs'],
    ['Công ty TNHH An Phúc', 'Công ty TNHH An Phát', 'differs'],
    ['Công ty TNHH An Phúc', 'Công ty cổ phần An Phúc', 'differs'],
  ])('%s and %s: %s', (declared, read, verdict) => {
    expect(compareText(declared, read)).toBe(verdict);
  });

  it('keeps digits and drops the rest of the dress', () => {
    expect(normalForm('Số: UQ-2024/118.')).toBe('souq2024118');
  });
});

describe('a field in a paper', () => {
  const letter = page('GIẤY ỦY QUYỀN Số: UQ-2024/181 cho CÔNG TY TNHH DƯỢC PHẨM AN PHÚC mã số 0199001236');

  it('finds the number that differs, with its place', () => {
    const found = compareField(words('UQ-2024/118'), indexPaper([page('Trang bìa'), letter]));
    expect(found).toEqual({
      verdict: 'differs',
      found: 'UQ-2024/181',
      page: 2,
      boxes: [[40, 0, 49, 12]],
      confidence: 0.95,
    });
  });

  it('finds a name over several words and says only its dress differs', () => {
    const found = compareField(words('Công ty TNHH Dược phẩm An Phúc'), indexPaper([letter]));
    expect(found).toMatchObject({ verdict: 'formatting_only', page: 1 });
    expect(found?.boxes).toHaveLength(7);
  });

  it.each([
    ['0199001236', 'equal'],
    ['0199001286', 'differs'],
  ])('tax code %s: %s', (value, verdict) => {
    expect(compareField(words(value), indexPaper([letter]))?.verdict).toBe(verdict);
  });

  it('says nothing of a field the paper does not speak of', () => {
    expect(compareField(words('Soleil Crème Solaire'), indexPaper([letter]))).toBeNull();
    expect(compareField(words('38'), indexPaper([letter]))).toBeNull();
    expect(compareField(words(''), indexPaper([letter]))).toBeNull();
    expect(compareField(words('UQ-2024/118'), indexPaper([]))).toBeNull();
  });

  it('does not trust a guess that differs', () => {
    const blurred = page('Số: UQ-2024/1B1', 0.31);
    expect(compareField(words('UQ-2024/118'), indexPaper([blurred]))?.verdict).toBe('unreadable');
  });

  it('does not take the printed name of the field for its value', () => {
    const declared: Declared = { value: 'Số giấy ủy quyền (mẫu)', kind: 'words', label: 'Số giấy ủy quyền' };
    expect(compareField(declared, indexPaper([page('Số giấy ủy quyền UQ-2024/181')]))).toBeNull();
  });

  it('prefers the exact reading to an alike one before it', () => {
    const both = page('thay thế UQ-2024/117 bằng UQ-2024/118');
    expect(compareField(words('UQ-2024/118'), indexPaper([both]))?.verdict).toBe('equal');
  });
});

describe('a date in a paper', () => {
  it.each([
    ['có hiệu lực đến 31/12/2027', 'equal', '31/12/2027'],
    ['có hiệu lực đến 31.12.2027', 'formatting_only', '31.12.2027'],
    ['Hà Nội, ngày 31 tháng 12 năm 2027', 'formatting_only', 'ngày 31 tháng 12 năm 2027'],
    ['Ngày hết hạn ủy quyền: 31/12/2026', 'differs', '31/12/2026'],
  ])('%s: %s', (text, verdict, found) => {
    expect(compareField(date('2027-12-31'), indexPaper([page(text)]))).toMatchObject({ verdict, found });
  });

  it('leaves other dates of the paper alone', () => {
    expect(compareField(date('2027-12-31'), indexPaper([page('Lyon, 12/12/2024')]))).toBeNull();
    expect(compareField(date('2027-12-31', ''), indexPaper([page('đến 31/12/2026')]))).toBeNull();
  });
});

describe('likeness', () => {
  it.each([
    ['', '', 1],
    ['abcd', 'abcd', 1],
    ['abcd', 'abce', 0.75],
    ['abcd', 'wxyz', 0],
    ['abc', 'abcdefghij', 0],
  ])('%s, %s: %d', (left, right, share) => {
    expect(similarity(left, right)).toBeCloseTo(share);
  });
});
