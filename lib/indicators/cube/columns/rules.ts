/** A typed array that grows; what was never set is 0. */
export interface Column {
  readonly get: (at: number) => number;
  readonly set: (at: number, value: number) => void;
}

type Numbers = Int8Array | Uint8Array | Int32Array | Float64Array;

export function column(kind: new (length: number) => Numbers): Column {
  let numbers = new kind(64);
  return {
    get: (at) => numbers[at] ?? 0,
    set(at, value) {
      if (at >= numbers.length) {
        const wider = new kind(Math.max(at + 1, Math.ceil(numbers.length * 1.5)));
        wider.set(numbers);
        numbers = wider;
      }
      numbers[at] = value;
    },
  };
}
