import { describe, expect, it } from 'vitest';
import { templateOf } from './template';

const marks = { nonce: '#nonce#', person: '#person#' };

describe('a template', () => {
  it('is filled with its words, whatever they are', () => {
    for (const drawn of ['#nonce#a#person##nonce#b#person#', '', 'plain', '#person#']) {
      const template = templateOf(drawn, marks);
      for (const words of [
        { nonce: 'first', person: 'Nguyễn Thị Đào' },
        { nonce: '#person#', person: '#nonce#' },
        { nonce: '', person: '$&' },
      ])
        expect(template(words)).toBe(
          drawn.replaceAll(/#nonce#|#person#/g, (mark) => (mark === '#nonce#' ? words.nonce : words.person)),
        );
    }
  });
});
