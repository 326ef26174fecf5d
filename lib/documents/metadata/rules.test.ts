import { describe, expect, it } from 'vitest';
import type { ReadPage } from '@/lib/documents/rules';
import { languageOf, missingMetadata, proposeMetadata } from './rules';

function page(text: string): ReadPage {
  const words = text.split(' ').map((word, index) => ({
    text: word,
    box: [index * 10, 0, index * 10 + 9, 12] as const,
    confidence: 0.95,
  }));
  return { width: 1000, height: 1400, words };
}

describe('metadata', () => {
  it('proposes number, date and agency from the first page', () => {
    const scan = page('BỘ Y TẾ CỤC QUẢN LÝ DƯỢC Số: 118/QLD-MP Hà Nội, ngày 5 tháng 3 năm 2026');
    expect(proposeMetadata([scan])).toEqual({
      numberSymbol: '118/QLD-MP',
      issueDate: '2026-03-05',
      issuingAgency: expect.stringContaining('BỘ Y TẾ'),
    });
  });

  it.each([
    ['GIẤY ỦY QUYỀN', 'vi'],
    ['LETTER OF AUTHORIZATION', null],
    ['Crème Solaire', null],
  ])('%s is in %s', (text, language) => {
    expect(languageOf([page(text)])).toBe(language);
  });

  it('proposes nothing where nothing was read', () => {
    expect(proposeMetadata([])).toEqual({ numberSymbol: null, issueDate: null, issuingAgency: null });
  });

  it('names what is not known yet', () => {
    const known = {
      code: 'x',
      name: 'x',
      type: 'x',
      owner: 'x',
      language: 'vi',
      pages: 1,
      copyKind: 'original',
      source: 'x',
      format: 'x',
    };
    expect(missingMetadata({ ...known, numberSymbol: '' })).toEqual([
      'numberSymbol',
      'issuingAgency',
      'issueDate',
      'expiryDate',
      'abstract',
      'digitisedBy',
      'digitisedAt',
    ]);
  });
});
