import 'server-only';
import { constants, crc32, deflateRawSync } from 'node:zlib';

/*
 * A text that is the same for everybody but for a few short words, compressed once (RFC 1951, RFC 1952): each piece is
 * a run of deflate blocks that refers to nothing before it and ends on a whole byte; the words go between them unpacked.
 */

export interface Template<Slot extends string> {
  text(words: Record<Slot, string>): string;
  /** The same as gzip; a word takes at most 65,535 bytes. */
  gzip(words: Record<Slot, string>): Buffer;
}

interface Piece {
  readonly plain: Buffer;
  readonly packed: Buffer;
}

/** @param marks what stands in the text for each slot; no mark is a part of another one. */
export function templateOf<Slot extends string>(text: string, marks: Record<Slot, string>): Template<Slot> {
  const names = Object.keys(marks) as Slot[];
  let parts: (string | { slot: Slot })[] = [text];
  for (const slot of names)
    parts = parts.flatMap((part) =>
      typeof part === 'string'
        ? part.split(marks[slot]).flatMap((piece, n) => (n === 0 ? [piece] : [{ slot }, piece]))
        : [part],
    );
  const pieces = parts.map((part) => (typeof part === 'string' ? packed(part) : part));
  return {
    text: (words) => parts.map((part) => (typeof part === 'string' ? part : words[part.slot])).join(''),
    gzip: (words) => gzipOf(pieces.map((piece) => ('slot' in piece ? stored(words[piece.slot]) : piece))),
  };
}

function packed(text: string): Piece {
  const plain = Buffer.from(text);
  return { plain, packed: deflateRawSync(plain, { finishFlush: constants.Z_FULL_FLUSH, level: 9 }) };
}

function stored(word: string): Piece {
  const plain = Buffer.from(word);
  const head = Buffer.alloc(5);
  head.writeUInt16LE(plain.byteLength, 1);
  head.writeUInt16LE(plain.byteLength ^ 0xffff, 3);
  return { plain, packed: Buffer.concat([head, plain]) };
}

const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const lastBlock = Buffer.from([1, 0, 0, 0xff, 0xff]);

function gzipOf(pieces: readonly Piece[]): Buffer {
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(
    pieces.reduce((sum, { plain }) => crc32(plain, sum), 0),
    0,
  );
  trailer.writeUInt32LE(
    pieces.reduce((sum, { plain }) => sum + plain.byteLength, 0),
    4,
  );
  return Buffer.concat([header, ...pieces.map(({ packed }) => packed), lastBlock, trailer]);
}
