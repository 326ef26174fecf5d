export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** A queue of this process: one work at a time, in the order they came; one that fails does not stop the next. */
export function turns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
