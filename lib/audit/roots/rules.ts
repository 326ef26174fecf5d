/**
 * One hash over all chains of a day, as a Merkle tree (RFC 6962, section 2.1): leaves and nodes are hashed with
 * different first bytes, so that a node can't pass for a leaf. Whoever keeps yesterday's root can show that
 * yesterday's acts were rewritten.
 */
import { createHash } from 'node:crypto';

export interface ChainHead {
  recordType: string;
  recordId: string;
  seq: number;
  hash: string;
}

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

const leafMark = Buffer.from([0]);
const nodeMark = Buffer.from([1]);

export function leafOf({ recordType, recordId, seq, hash }: ChainHead): Buffer {
  return sha256(leafMark, `${recordType}\n${recordId}\n${seq}\n${hash}`);
}

interface Subtree {
  height: number;
  hash: Buffer;
}

/** Takes the leaves one by one and keeps only the whole subtrees so far: the memory is their number's logarithm. */
export class MerkleTree {
  private readonly peaks: Subtree[] = [];
  leaves = 0;

  add(head: ChainHead): void {
    this.leaves += 1;
    let grown: Subtree = { height: 0, hash: leafOf(head) };
    for (let last = this.peaks.at(-1); last?.height === grown.height; last = this.peaks.at(-1)) {
      this.peaks.pop();
      grown = { height: grown.height + 1, hash: sha256(nodeMark, last.hash, grown.hash) };
    }
    this.peaks.push(grown);
  }

  /** The hash of no leaves at all is that of nothing. */
  root(): string {
    const last = this.peaks.at(-1);
    if (last === undefined) return sha256('').toString('hex');
    const joined = this.peaks
      .slice(0, -1)
      .reduceRight((right, peak) => sha256(nodeMark, peak.hash, right), last.hash);
    return joined.toString('hex');
  }
}
