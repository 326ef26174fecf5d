import { describe, expect, it } from 'vitest';
import { csvAnswer, csvStream, csvText } from './csv';

describe('csv', () => {
  it('quotes words, leaves numbers bare, keeps the unknown empty', () => {
    expect(
      csvText([
        ['Tên', 'Số'],
        ['Bệnh viện "A"', 0.1 + 0.2],
        ['B', null],
      ]),
    ).toBe('\uFEFF"Tên","Số"\r\n"Bệnh viện ""A""",0.3\r\n"B",\r\n');
  });

  it('lets no cell become a formula', () => {
    for (const sign of ['=', '+', '-', '@', '\t', '\r'])
      expect(csvText([[`${sign}1`]])).toBe(`\uFEFF"'${sign}1"\r\n`);
  });

  it('streams the same text as it writes whole, and ends its source when nobody reads on', async () => {
    let ended = false;
    async function* pieces() {
      try {
        yield [1, 2];
        yield [3];
      } finally {
        ended = true;
      }
    }
    const shape = { head: ['n'], row: (n: number) => [n] };
    const whole = await csvAnswer(csvStream(pieces(), shape), 'so').arrayBuffer();
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(whole)).toBe(csvText([['n'], [1], [2], [3]]));
    ended = false;
    const left = csvStream(pieces(), shape).getReader();
    await left.read();
    await left.read();
    await left.cancel();
    expect(ended).toBe(true);
  });
});
