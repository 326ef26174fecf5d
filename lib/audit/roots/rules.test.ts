import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChainHead, leafOf, MerkleTree } from './rules';

const head = (n: number): ChainHead => ({
  recordType: 'dossier',
  recordId: String(n),
  seq: n,
  hash: createHash('sha256').update(String(n)).digest('hex'),
});

function rootOf(heads: readonly ChainHead[]): string {
  const tree = new MerkleTree();
  for (const one of heads) tree.add(one);
  return tree.root();
}

/** The definition of RFC 6962, word for word: split at the largest power of two below n. */
function byTheBook(heads: readonly ChainHead[]): Buffer {
  if (heads.length === 0) return createHash('sha256').digest();
  const [only] = heads;
  if (heads.length === 1 && only !== undefined) return leafOf(only);
  let split = 1;
  while (split * 2 < heads.length) split *= 2;
  return createHash('sha256')
    .update(Buffer.from([1]))
    .update(byTheBook(heads.slice(0, split)))
    .update(byTheBook(heads.slice(split)))
    .digest();
}

describe('the root of a day', () => {
  it('is the tree hash of RFC 6962 for every number of chains', () => {
    for (let n = 0; n <= 70; n += 1) {
      const heads = Array.from({ length: n }, (_, index) => head(index));
      expect(rootOf(heads)).toBe(byTheBook(heads).toString('hex'));
    }
  });

  it('changes with any byte of any head, with order and with length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), (n, at) => {
        const heads = Array.from({ length: n }, (_, index) => head(index));
        const place = at % n;
        const changed = heads.map((one, index) => (index === place ? { ...one, seq: one.seq + 1 } : one));
        expect(rootOf(changed)).not.toBe(rootOf(heads));
        expect(rootOf(heads.slice(1))).not.toBe(rootOf(heads));
        expect(rootOf([...heads].reverse())).not.toBe(rootOf(heads));
      }),
    );
  });
});
