import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { templateOf } from './template';

const paragraph = 'Bệnh viện công bố bệnh án điện tử thay bệnh án giấy. '.repeat(2_000);
const marks = { nonce: '#nonce#', person: '#person#' };
const text = `#nonce#${paragraph}#person##nonce#${paragraph}#person#`;

describe('a template', () => {
  it('is filled with its words, as text and packed, whatever the words', () => {
    for (const drawn of [text, '', 'plain', '#person#']) {
      const template = templateOf(drawn, marks);
      for (const words of [
        { nonce: 'first', person: 'Nguyễn Thị Đào' },
        { nonce: '', person: 'w'.repeat(65_535) },
        { nonce: '#person#', person: '#nonce#' },
      ]) {
        const wanted = drawn.replaceAll(/#nonce#|#person#/g, (mark) =>
          mark === '#nonce#' ? words.nonce : words.person,
        );
        expect(template.text(words)).toBe(wanted);
        expect(gunzipSync(template.gzip(words)).toString()).toBe(wanted);
      }
    }
  });

  it('is about as small as packing all of it at once', () => {
    const packed = templateOf(text, marks).gzip({ nonce: 'first', person: 'Đào' });
    expect(packed.byteLength).toBeLessThan(gzipSync(text).byteLength * 3);
  });
});
