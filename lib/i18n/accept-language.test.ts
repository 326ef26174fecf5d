import { expect, it } from 'vitest';
import { acceptedLocale } from './accept-language';

it.each([
  [null, 'vi'],
  ['', 'vi'],
  ['fr, de', 'vi'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['en;q=0.4, vi-VN;q=0.8', 'vi'],
  ['vi;q=0, en;q=0.1', 'en'],
])('answers %j in %s', (header, locale) => {
  expect(acceptedLocale(header)).toBe(locale);
});
