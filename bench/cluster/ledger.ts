/** What the portal acknowledged during a mixed load, and what it answered wrongly. Filled while the load runs. */
export interface Ledger {
  /** Keys of the caller's own records with the codes they were given: each must be there afterwards, once. */
  readonly dossiers: { ref: string; code: string }[];
  readonly files: { id: string; sha256: string }[];
  readonly cells: { part: string; value: number }[];
  /** Locks made, and how often two web processes then told different figures. */
  readonly figures: { locks: number; compared: number; different: number };
  /** Pages asked for with a session, and those that were sent to sign in. */
  readonly sessions: { asked: number; refused: number };
  /** Answers with a status from 500, by address. */
  readonly failures: Map<string, number>;
  /** Connections that broke: expected while a process is killed, and only then. */
  unreachable: number;
  /** Repeated calls that met their own first try still under way. */
  underWay: number;
  requests: number;
}

export const emptyLedger = (): Ledger => ({
  dossiers: [],
  files: [],
  cells: [],
  figures: { locks: 0, compared: 0, different: 0 },
  sessions: { asked: 0, refused: 0 },
  failures: new Map(),
  unreachable: 0,
  underWay: 0,
  requests: 0,
});
