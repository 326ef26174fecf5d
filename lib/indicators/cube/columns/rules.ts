/** A typed array that grows; what was never set is 0. */
export interface Column {
  readonly get: (at: number) => number;
  readonly set: (at: number, value: number) => void;
}

type Numbers = Int8Array | Uint8Array | Int32Array | Float64Array;

/** `expected`: how many there will be; more find room too. */
export function column(kind: new (length: number) => Numbers, expected = 64): Column {
  let numbers = new kind(expected);
  return {
    get: (at) => numbers[at] ?? 0,
    set(at, value) {
      if (at >= numbers.length) {
        const wider = new kind(Math.max(at + 1, Math.ceil(numbers.length * 1.25)));
        wider.set(numbers);
        numbers = wider;
      }
      numbers[at] = value;
    },
  };
}
