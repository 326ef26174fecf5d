import postgres from 'postgres';

/** One statement, its values left out, and how often it was sent. */
export interface Statement {
  text: string;
  times: number;
}

export const totalOf = (statements: readonly Statement[]): number =>
  statements.reduce((sum, { times }) => sum + times, 0);

/** What the database itself counts while somebody asks for a page; true as long as nobody else does. */
export class StatementCounter {
  readonly sql: postgres.Sql;

  constructor(url: string) {
    this.sql = postgres(url, { max: 1, onnotice: () => {} });
  }

  async open(): Promise<void> {
    await this.sql`create extension if not exists pg_stat_statements`;
  }

  /** Of several visits the leanest: jobs in the background and a session's "last seen" only ever add. */
  async fewest(visit: () => Promise<void>, enough: number): Promise<Statement[]> {
    let best = await this.during(visit);
    for (let more = 0; more < 3 && totalOf(best) > enough; more += 1) {
      const again = await this.during(visit);
      if (totalOf(again) < totalOf(best)) best = again;
    }
    return best;
  }

  private async during(visit: () => Promise<void>): Promise<Statement[]> {
    await this.sql`
      select pg_stat_statements_reset(dbid => oid) from pg_database where datname = current_database()`;
    await visit();
    return this.sql<Statement[]>`
      select query as text, calls::int as times
      from pg_stat_statements join pg_database on dbid = oid and datname = current_database()
      where toplevel and query !~ 'graphile_worker|pg_stat_statements|pg_catalog.pg_type'
      order by calls desc, query`;
  }

  /** What was put off while the sample data came in is done before anything is counted. */
  async untilQuiet(): Promise<void> {
    for (;;) {
      const [row] = await this.sql<{ due: boolean }[]>`
        select exists (select from graphile_worker.jobs where run_at <= now() and attempts < max_attempts) as due`;
      if (row?.due !== true) return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }

  async close(): Promise<void> {
    await this.sql.end({ timeout: 5 });
  }
}
