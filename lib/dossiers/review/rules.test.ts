import { describe, expect, it } from 'vitest';
import type { ReadPage } from '@/lib/documents/rules';
import { cosmeticsNotification } from '@/lib/procedures/catalogue/cosmetics-notification';
import {
  answerKey,
  checkAnswers,
  componentsToMark,
  defectsOf,
  type Mark,
  openDiscrepancies,
  partsOf,
} from './rules';

const definition = cosmeticsNotification;
const answers = {
  authorisation_number: 'UQ-2024/118',
  authorisation_expiry: '2027-12-31',
  product_name: 'Soleil Crème Solaire SPF 50',
  cfs_status: 'attached',
  cfs_number: 'CFS-2026/01',
};

function paper(text: string, documentId = 'letter') {
  const words = text
    .split(' ')
    .map((word, index) => ({ text: word, box: [index * 10, 0, 9, 12] as const, confidence: 0.97 }));
  const pages: readonly ReadPage[] = [{ width: 600, height: 800, words }];
  return { documentId, component: 'authorisation-letter', name: 'Giấy ủy quyền', pages };
}

describe('answers beside papers', () => {
  const letter = paper('Số: UQ-2024/181 cho Soleil Crème Solaire SPF 50 đến 31/12/2027');

  it('puts the difference first and keeps what agrees', () => {
    const checks = checkAnswers({ definition, answers }, [letter]);
    expect(checks.map(({ field, comparison }) => [field, comparison.verdict])).toEqual([
      ['authorisation_number', 'differs'],
      ['product_name', 'equal'],
      ['authorisation_expiry', 'equal'],
    ]);
    expect(checks[0]).toMatchObject({
      declared: 'UQ-2024/118',
      documentId: 'letter',
      paper: 'Giấy ủy quyền',
    });
  });

  it('asks only about differences nobody has decided on', () => {
    const checks = checkAnswers({ definition, answers }, [letter]);
    expect(openDiscrepancies(checks, [])).toHaveLength(1);
    const decided: Mark[] = [{ component: answerKey('authorisation_number'), verdict: 'good', note: null }];
    expect(openDiscrepancies(checks, decided)).toEqual([]);
  });

  it('does not mistake the answer to another question for a difference', () => {
    const alike = { ...answers, cfs_number: 'UQ-2024/181' };
    const checks = checkAnswers({ definition, answers: alike }, [letter]);
    expect(checks.filter(({ comparison }) => comparison.verdict === 'differs')).toEqual([]);
  });

  it('says nothing of papers the machine has not read', () => {
    expect(checkAnswers({ definition, answers }, [{ ...letter, pages: null }])).toEqual([]);
  });
});

describe('what a request names', () => {
  const marks: Mark[] = [
    { component: 'cfs', verdict: 'missing', note: null },
    { component: answerKey('authorisation_number'), verdict: 'wrong', note: 'Không khớp bản quét' },
    { component: 'authorisation-letter', verdict: 'good', note: null },
  ];

  it('lists wrong and missing, components before answers', () => {
    expect(
      defectsOf(definition, marks).map(({ component, verdict, note }) => [component, verdict, note]),
    ).toEqual([
      ['cfs', 'missing', ''],
      ['answers.authorisation_number', 'wrong', 'Không khớp bản quét'],
    ]);
  });

  it('walks the components the answers call for', () => {
    const walk = componentsToMark(definition, answers, marks);
    expect(walk.map(({ component, mark }) => [component.code, mark?.verdict ?? null])).toEqual([
      ['notification-form', null],
      ['authorisation-letter', 'good'],
      ['cfs', 'missing'],
      ['business-registration', null],
    ]);
  });
});

describe('where two readings part', () => {
  it.each([
    ['UQ-2024/118', 'UQ-2024/181', { before: 'UQ-2024/1', change: '18', after: '' }],
    ['An Phúc A', 'An Phát A', { before: 'An Ph', change: 'úc', after: ' A' }],
    ['abc', 'abc', { before: 'abc', change: '', after: '' }],
    ['aa', 'aaa', { before: 'aa', change: '', after: '' }],
    ['', 'x', { before: '', change: '', after: '' }],
  ])('%s beside %s', (text, other, parts) => {
    expect(partsOf(text, other)).toEqual(parts);
  });
});
