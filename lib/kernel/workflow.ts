/** A row of a state machine. `same` keeps the state; `previous` goes back to the one that was interrupted. */
export interface Move<State extends string, Guard extends string> {
  from: readonly State[];
  to: State | 'same' | 'previous';
  /** All must hold. */
  when?: readonly Guard[];
}

/** The lawful moves from a state: what the page shows as buttons and what the command accepts, from one table. */
export function movesFrom<Name extends string, State extends string, Guard extends string>(
  table: Readonly<Record<Name, Move<State, Guard>>>,
  state: State,
  holds: (guard: Guard) => boolean,
): Name[] {
  return namesOf(table).filter((name) => {
    const move = table[name];
    return move.from.includes(state) && (move.when ?? []).every(holds);
  });
}

/** Moves that leave from this state but are held back, each with the conditions that do not hold yet. */
export function blockedMoves<Name extends string, State extends string, Guard extends string>(
  table: Readonly<Record<Name, Move<State, Guard>>>,
  state: State,
  holds: (guard: Guard) => boolean,
): { name: Name; unmet: Guard[] }[] {
  return namesOf(table)
    .filter((name) => table[name].from.includes(state))
    .map((name) => ({ name, unmet: (table[name].when ?? []).filter((guard) => !holds(guard)) }))
    .filter(({ unmet }) => unmet.length > 0);
}

function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(table) as Name[];
}
