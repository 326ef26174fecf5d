import 'server-only';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';

/** Name and payload of a job; its handler lives in `jobs.ts` of the noun, so enqueuing imports no handler. */
export interface Job<S extends z.ZodType> {
  name: string;
  payload: S;
}

/** A job with what it does; `lib/jobs/registry.ts` lists them all. */
export interface JobDefinition<S extends z.ZodType = z.ZodType> extends Job<S> {
  run(payload: z.output<S>): Promise<void>;
}

/** Declares a job with its handler; the payload is parsed before the handler sees it. */
export function defineJob<S extends z.ZodType>(
  job: Job<S>,
  run: (payload: z.output<S>) => Promise<void>,
): JobDefinition {
  return { name: job.name, payload: job.payload, run: (raw) => run(job.payload.parse(raw)) };
}

/** Adds a job in the caller's transaction: no job without its write, no write without its job. */
export async function enqueue<S extends z.ZodType>(
  tx: Pick<Tx, 'execute'>,
  job: Job<S>,
  payload: z.input<S>,
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  const body = JSON.stringify(job.payload.parse(payload));
  await tx.execute(sql`
    select graphile_worker.add_job(
      ${job.name}, payload => ${body}::text::json, run_at => ${options.runAt?.toISOString() ?? null}::timestamptz,
      job_key => ${options.key ?? null}, max_attempts => 25)`);
}
